package com.example.blackbox.generics;

import io.turnkey.annotation.Cacheable;
import jakarta.persistence.Entity;
import java.util.UUID;

@Entity
@Cacheable
public class Tag extends NamedBase<UUID> {}
