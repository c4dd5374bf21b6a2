package dev.parlance.usage;

import java.time.LocalDate;

/**
 * A count to be added to those of a day.
 *
 * @param day   in UTC
 * @param count positive
 */
public record DailyCount(LocalDate day, UsageCell cell, long count) {
}
