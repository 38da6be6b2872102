package zoo;

public interface Named {
    String getName();

    default String greeting() {
        return "Hello " + getName();
    }
}
