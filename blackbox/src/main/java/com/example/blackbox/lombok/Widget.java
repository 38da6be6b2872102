package com.example.blackbox.lombok;

import io.turnkey.annotation.Cacheable;
import io.turnkey.annotation.KeyField;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import lombok.AllArgsConstructor;
import lombok.Builder;
import lombok.Data;
import lombok.NoArgsConstructor;

@Entity
@Cacheable
@Data
@Builder
@NoArgsConstructor
@AllArgsConstructor
public class Widget {
    @Id
    private Long id;

    @KeyField(unique = false)
    private String colour;

    @Embedded
    private Size size;

    private boolean isRound;
}
