package io.turnkey.json;

import com.fasterxml.jackson.core.ErrorReportConfiguration;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.StreamWriteFeature;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.core.util.JsonRecyclerPools;

/** How Jackson is set up. What is written keeps the same limits, so that it can be read again. */
final class Jackson {
    /** How deep arrays and objects may nest. */
    static final int DEPTH = 200;

    /** How many characters a text may have; a {@code byte[]} takes four for three bytes. */
    static final int TEXT = 100_000_000;

    /** How many characters a number may have: parsing one takes time with the square of its length. */
    static final int NUMBER = 10_000;

    /** How many characters a name may have: as many as one in a class file. */
    static final int NAME = 65_535;

    /** How many elements an array, a collection or a map may have. */
    static final int ELEMENTS = 10_000_000;

    /** How much of a piece of the document a message may quote. */
    static final int QUOTED = 40;

    /** Of how many documents that are read or written at once the buffers are kept. */
    private static final int KEPT_BUFFERS = 16;

    /** Shared: it keeps a few buffers, and names it has seen, of those not more than a few thousand. */
    static final JsonFactory FACTORY = JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(DEPTH)
                    .maxStringLength(TEXT)
                    .maxNumberLength(NUMBER)
                    .maxNameLength(NAME)
                    .maxDocumentLength(-1)
                    .maxTokenCount(-1)
                    .build())
            .errorReportConfiguration(ErrorReportConfiguration.builder()
                    .maxErrorTokenLength(8)
                    .maxRawContentLength(0)
                    .build())
            // No thread keeps buffers, and with them the class loader of an application that was undeployed.
            .recyclerPool(JsonRecyclerPools.newBoundedPool(KEPT_BUFFERS))
            // Names made to collide end the table of names instead of the import.
            .disable(JsonFactory.Feature.FAIL_ON_SYMBOL_HASH_OVERFLOW)
            .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
            .disable(StreamReadFeature.AUTO_CLOSE_SOURCE)
            .disable(StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION)
            .disable(StreamWriteFeature.AUTO_CLOSE_TARGET)
            // An export that failed shall not look complete.
            .disable(StreamWriteFeature.AUTO_CLOSE_CONTENT)
            // Pairs as characters; a surrogate without its other half, which UTF-8 has not, stays an escape.
            .enable(JsonWriteFeature.COMBINE_UNICODE_SURROGATES_IN_UTF8)
            .build();

    private Jackson() {}

    /** The start of a text, for a message. */
    static String quoted(String text) {
        StringBuilder quoted = new StringBuilder("\"");
        text.chars()
                .limit(QUOTED)
                .forEach(c ->
                        quoted.append(Character.isISOControl(c) || Character.isSurrogate((char) c) ? '?' : (char) c));
        return quoted.append(text.length() > QUOTED ? "...\"" : "\"").toString();
    }
}
