package io.turnkey.json;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonStreamContext;
import com.fasterxml.jackson.core.util.MinimalPrettyPrinter;
import java.io.IOException;

/** Begins a line for each row, so that the place of a mistake is easy to find, and exports are easy to compare. */
final class RowALine extends MinimalPrettyPrinter {
    private static final long serialVersionUID = 1L;

    @Override
    public void beforeArrayValues(JsonGenerator json) throws IOException {
        line(json);
    }

    @Override
    public void writeArrayValueSeparator(JsonGenerator json) throws IOException {
        super.writeArrayValueSeparator(json);
        line(json);
    }

    /** The rows are the only array that stands in the document itself. */
    private static void line(JsonGenerator json) throws IOException {
        JsonStreamContext document = json.getOutputContext().getParent();
        if (document.getParent() != null && document.getParent().inRoot()) {
            json.writeRaw('\n');
        }
    }
}
