package com.example.blackbox.ids;

import jakarta.persistence.Embeddable;
import java.io.Serializable;

@Embeddable
public record ShelfId(String room, int row_) implements Serializable {}
