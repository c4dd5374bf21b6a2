package dev.parlance.checks;
import java.util.*;
public record Subject(dev.parlance.locales.LocaleTag sourceLocale, dev.parlance.locales.LocaleTag locale, Written text, Optional<Written> source, dev.parlance.rendering.Contract contract, OptionalInt limit, List<Term> terms, List<String> siblings) {}
