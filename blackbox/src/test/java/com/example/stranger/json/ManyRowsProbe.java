package com.example.stranger.json;

import com.example.blackbox.fresh.Branch;
import com.example.blackbox.fresh.BranchCache;
import com.example.blackbox.fresh.BranchSnapshot;
import com.example.stranger.support.Unit;
import io.turnkey.CacheOptions;
import io.turnkey.ImportReport;
import io.turnkey.annotation.LoadMode;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.AbstractCollection;
import java.util.Iterator;
import java.util.stream.LongStream;

/** A program that exports a cache of many rows, clears it and imports them again; {@link ManyRowsTest} gives it little heap. */
final class ManyRowsProbe {
    private ManyRowsProbe() {}

    public static void main(String[] arguments) throws IOException {
        int rows = Integer.parseInt(arguments[0]);
        Path file = Path.of(arguments[1]);
        try (Unit unit = new Unit(Branch.class);
                BranchCache branches = BranchCache.builder()
                        .configure(o -> o.load(LoadMode.LAZY).maxSize(CacheOptions.UNLIMITED))
                        .open(unit.factory())) {
            check(branches.preload(() -> new Rows(rows)), rows);
            System.out.println("heap " + heap());
            long plain = plain(branches);
            try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file))) {
                branches.writeJson(out, true);
            }
            branches.clear();
            try (InputStream in = new BufferedInputStream(Files.newInputStream(file))) {
                check(branches.readJson(in), rows);
            }
            System.out.println("heap " + heap());
            for (long id = 0; id < rows; id++) {
                if (!branches.peekById(id).orElseThrow().equals(row(id))) {
                    throw new IllegalStateException("row " + id);
                }
            }
            System.out.println("rows " + branches.size());
            System.out.println("same " + (plain(branches) == plain));
        }
    }

    /** How long a file without expiries is. */
    private static long plain(BranchCache branches) {
        Counted counted = new Counted();
        branches.writeJson(counted, false);
        return counted.bytes;
    }

    private static void check(ImportReport report, int rows) {
        if (report.loaded() != rows) {
            throw new IllegalStateException(report.toString());
        }
    }

    private static BranchSnapshot row(long id) {
        return new BranchSnapshot(
                id, "a city with a name that is long enough to make its file as large as it can be: " + id);
    }

    /** Megabytes that are reachable. */
    private static long heap() {
        System.gc();
        Runtime runtime = Runtime.getRuntime();
        return (runtime.totalMemory() - runtime.freeMemory()) >> 20;
    }

    /** Rows that are made when they are asked for. */
    private static final class Rows extends AbstractCollection<BranchSnapshot> {
        private final int size;

        Rows(int size) {
            this.size = size;
        }

        @Override
        public Iterator<BranchSnapshot> iterator() {
            return LongStream.range(0, size).mapToObj(ManyRowsProbe::row).iterator();
        }

        @Override
        public int size() {
            return size;
        }
    }

    private static final class Counted extends OutputStream {
        private long bytes;

        @Override
        public void write(int b) {
            bytes++;
        }

        @Override
        public void write(byte[] some, int offset, int length) {
            bytes += length;
        }
    }
}
