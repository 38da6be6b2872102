package com.example.blackbox.fresh;

import io.turnkey.annotation.Cacheable;
import io.turnkey.annotation.KeyField;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.ForeignKey;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.JoinTable;
import jakarta.persistence.ManyToMany;
import jakarta.persistence.Table;
import java.util.HashSet;
import java.util.Set;

/** Refers to rows that are deleted softly and to rows whose references the database deletes. */
@Entity
@Table(name = "permits")
@Cacheable(loadTimeout = "1m")
public class Permit {
    @Id
    public Long id;

    @KeyField
    @Column(unique = true)
    public String name;

    @ManyToMany
    public Set<Notice> notices = new HashSet<>();

    @ManyToMany
    @JoinTable(
            name = "permit_branches",
            inverseJoinColumns =
                    @JoinColumn(
                            name = "branch_id",
                            foreignKey =
                                    @ForeignKey(
                                            foreignKeyDefinition =
                                                    "foreign key (branch_id) references Branch on delete cascade")))
    public Set<Branch> branches = new HashSet<>();

    protected Permit() {}

    public Permit(Long id, String name, Set<Notice> notices, Set<Branch> branches) {
        this.id = id;
        this.name = name;
        this.notices.addAll(notices);
        this.branches.addAll(branches);
    }
}
