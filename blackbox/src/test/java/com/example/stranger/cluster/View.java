package com.example.stranger.cluster;

import com.example.blackbox.fresh.SubscriberCache;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** All that a cache has in memory, and then its answer to every question. */
record View(List<RowState> entries, Map<Question, List<RowState>> answers) {
    private static final String ENTRY = "entry";

    static View of(SubscriberCache cache) {
        // First what there is: answering may repair it.
        List<RowState> entries = cache.cached().stream().map(RowState::of).toList();
        Map<Question, List<RowState>> answers = new LinkedHashMap<>();
        Question.all().forEach(question -> answers.put(question, question.ask(cache)));
        return new View(entries, answers);
    }

    /** Each line by itself. */
    void write(Consumer<String> lines) {
        entries.forEach(row -> lines.accept(ENTRY + " " + row.text()));
        answers.forEach((question, rows) -> lines.accept(
                question.text() + rows.stream().map(row -> " " + row.text()).collect(Collectors.joining())));
    }

    static View parse(List<String> lines) {
        View view = new View(new ArrayList<>(), new LinkedHashMap<>());
        for (String line : lines) {
            String[] words = line.split(" ");
            List<RowState> rows = Stream.of(words).skip(1).map(RowState::parse).toList();
            if (words[0].equals(ENTRY)) {
                view.entries.addAll(rows);
            } else {
                view.answers.put(Question.parse(words[0]), rows);
            }
        }
        return view;
    }
}
