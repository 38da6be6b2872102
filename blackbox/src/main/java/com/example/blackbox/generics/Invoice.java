package com.example.blackbox.generics;

import com.example.precompiled.Audited;
import io.turnkey.annotation.Cacheable;
import jakarta.persistence.Entity;
import java.math.BigDecimal;

/** Extends a class of which only the compiled form is on the class path. */
@Entity
@Cacheable
public class Invoice extends Audited<Integer> {
    private BigDecimal total;

    public BigDecimal getTotal() {
        return total;
    }

    public void setTotal(BigDecimal total) {
        this.total = total;
    }
}
