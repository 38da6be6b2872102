package shapes;

import jakarta.persistence.Embeddable;

@Embeddable
record Row(long[] cells, Integer row) {
    @Override
    public boolean equals(Object other) {
        return other instanceof Row that && java.util.Arrays.equals(cells, that.cells) && java.util.Objects.equals(row, that.row);
    }

    @Override
    public int hashCode() {
        return java.util.Arrays.hashCode(cells);
    }
}
