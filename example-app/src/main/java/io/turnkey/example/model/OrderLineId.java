package io.turnkey.example.model;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.io.Serializable;

/**
 * Where a line stands.
 *
 * @param orderId the order's id
 * @param line its position in the order, from 1
 */
@Embeddable
public record OrderLineId(@Column(name = "order_id") Long orderId, Integer line) implements Serializable {}
