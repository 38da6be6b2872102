package io.turnkey.example.tour;

import io.turnkey.CacheGroup;
import io.turnkey.example.console.Narrator;
import jakarta.persistence.EntityManagerFactory;

/**
 * What every chapter works with.
 *
 * @param entityManagerFactory the shop's database
 * @param caches the caches over it
 * @param narrator who writes
 */
record Scene(EntityManagerFactory entityManagerFactory, CacheGroup caches, Narrator narrator) {}
