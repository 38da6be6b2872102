package io.turnkey.processor.read;

/** A class cannot be read in this round, since something of it is still to be generated. */
public final class Unready extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String missing;

    private Unready(String missing) {
        super(missing, null, false, false);
        this.missing = missing;
    }

    /** A type that does not exist yet, or never will. */
    static Unready type(String missing) {
        return new Unready(missing);
    }

    /** Members that Lombok has not written yet. */
    static Unready lombok(String owner) {
        return new Unready("the members that Lombok generates in " + owner);
    }

    /** What is missing. */
    public String missing() {
        return missing;
    }
}
