package attributes;

import jakarta.persistence.Id;
import jakarta.persistence.MappedSuperclass;

@MappedSuperclass
public abstract class Base<T, L> {
    @Id
    private T id;

    private L label;

    public T getId() {
        return id;
    }

    void id(T id) {
        this.id = id;
    }
}
