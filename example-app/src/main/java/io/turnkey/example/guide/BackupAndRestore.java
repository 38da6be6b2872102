package io.turnkey.example.guide;

import io.turnkey.ImportReport;
import io.turnkey.SnapshotFormatException;
import io.turnkey.example.data.ShopDatabase;
import io.turnkey.example.model.CustomerCache;
import io.turnkey.example.model.CustomerStatus;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/** Memory into a JSON file before the process ends, and back into memory in the next one. */
public final class BackupAndRestore {
    private BackupAndRestore() {}

    /** Runs it. */
    public static void main(String... args) throws IOException {
        Path file = Files.createTempFile("customers", ".json");
        try (ShopDatabase database = ShopDatabase.small()) {
            try (CustomerCache customers = CustomerCache.open(database.entityManagerFactory())) {
                customers.listByStatus(CustomerStatus.DORMANT);
                backUp(customers, file);
            }

            // The next process. Customer is LAZY: memory is empty.
            try (CustomerCache customers = CustomerCache.open(database.entityManagerFactory())) {
                System.out.println("Rows after open: " + customers.size());
                long before = database.statements();
                restore(customers, file);
                System.out.println("Rows after restore: " + customers.size() + ", statements: "
                        + (database.statements() - before));

                // A file that is damaged, or of another version of the entity, changes nothing, and says why.
                Files.writeString(file, Files.readString(file).replaceFirst("\"login\"", "\"log"));
                customers.clear();
                try {
                    restore(customers, file);
                } catch (SnapshotFormatException e) {
                    System.out.println("Refused: " + e.getMessage());
                }
                System.out.println("Rows: " + customers.size());
            }
        } finally {
            Files.delete(file);
        }
    }

    private static void backUp(CustomerCache customers, Path file) throws IOException {
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file))) {
            // With each row's expiry, so that nothing lives longer than its ttl because it was restored. It never
            // needs much memory; and it holds every attribute of the snapshot, so mind who can read the file.
            customers.writeJson(out, true);
        }
    }

    private static void restore(CustomerCache customers, Path file) throws IOException {
        try (InputStream in = new BufferedInputStream(Files.newInputStream(file))) {
            ImportReport report = customers.readJson(in);
            // Expired rows are left out. The next refresh compares the others with the database.
            System.out.println(
                    "Loaded " + report.loaded() + ", expired " + report.expired() + ", rejected " + report.rejected());
        }
    }
}
