package shop;
import jakarta.persistence.*;
@Entity
public class Organization {
    @Id private Long id;
    private String name;
    public Long getId() { return id; }
}
