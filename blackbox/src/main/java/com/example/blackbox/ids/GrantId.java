package com.example.blackbox.ids;

import java.io.Serializable;

/** The association {@code owner} stands here as the id of its target. */
public record GrantId(Integer owner, String permission) implements Serializable {}
