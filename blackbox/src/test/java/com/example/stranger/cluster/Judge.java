package com.example.stranger.cluster;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Compares what a node has and answers with what the database has. */
final class Judge {
    private final Ledger ledger;

    Judge(Ledger ledger) {
        this.ledger = ledger;
    }

    /** What is wrong, at best nothing. Nobody may be writing. */
    List<String> wrong(String node, View view, List<RowState> rows) {
        Map<Long, RowState> truth = rows.stream().collect(Collectors.toMap(RowState::id, Function.identity()));
        List<String> wrong = new ArrayList<>();
        for (RowState entry : view.entries()) {
            RowState row = truth.get(entry.id());
            if (!entry.equals(row) && !ledger.mayBelieve(entry.id(), entry.number(), Long.MAX_VALUE)) {
                wrong.add(node + " keeps " + entry + ", the database " + row + ledger.historyOf(entry.id()));
            }
        }
        view.answers().forEach((question, answer) -> {
            List<RowState> right =
                    certain(rows.stream().filter(question::concerns).toList());
            List<RowState> said = certain(answer);
            if (said.size() != right.size() || !said.containsAll(right)) {
                wrong.add(node + " answers " + question + " with " + said + ", right is " + right
                        + said.stream().map(row -> ledger.historyOf(row.id())).collect(Collectors.joining()));
            }
        });
        return wrong;
    }

    private List<RowState> certain(List<RowState> rows) {
        return rows.stream().filter(row -> !ledger.isDoubtful(row.id())).toList();
    }
}
