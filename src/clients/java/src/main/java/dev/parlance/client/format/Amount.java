package dev.parlance.client.format;

import java.math.BigDecimal;
import java.util.Objects;

/** An amount of money, for arguments of type {@code currency}. */
public final class Amount {
    private final BigDecimal value;
    private final String currency;

    /** @param currency ISO 4217 code */
    public Amount(BigDecimal value, String currency) {
        this.value = Objects.requireNonNull(value);
        this.currency = Objects.requireNonNull(currency);
    }

    public BigDecimal value() {
        return value;
    }

    public String currency() {
        return currency;
    }

    @Override
    public String toString() {
        return value.toPlainString() + " " + currency;
    }
}
