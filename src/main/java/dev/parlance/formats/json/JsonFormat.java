package dev.parlance.formats.json;

import dev.parlance.formats.BundleContent;
import dev.parlance.formats.BundleContent.Entry;
import dev.parlance.formats.BundleFormat;
import dev.parlance.formats.ClientLocale;
import dev.parlance.formats.FlatJsonWriter;
import dev.parlance.formats.FormattedBundle;
import dev.parlance.formats.LossReason;
import dev.parlance.formats.Losses;
import dev.parlance.formats.MessageDialect;
import dev.parlance.formats.dialect.DialectWriter;
import dev.parlance.formats.dialect.PluralSupport;
import dev.parlance.rendering.PatternPart;
import dev.parlance.rendering.PatternPart.NumberSign;
import dev.parlance.rendering.PatternPart.Plural;
import dev.parlance.rendering.PatternPart.Slot;
import dev.parlance.rendering.PatternPart.StyledSlot;
import java.util.Optional;

/** A JSON object of texts by key. By default, the texts are the patterns of the canonical bundle, with isolates in right-to-left texts. */
public final class JsonFormat implements BundleFormat {
    private final MessageDialect dialect;

    public JsonFormat() {
        this(MessageDialect.ICU);
    }

    private JsonFormat(MessageDialect dialect) {
        this.dialect = dialect;
    }

    @Override
    public String name() {
        return "json";
    }

    @Override
    public String mediaType() {
        return FlatJsonWriter.MEDIA_TYPE;
    }

    @Override
    public Optional<BundleFormat> withDialect(MessageDialect other) {
        return Optional.of(new JsonFormat(other));
    }

    @Override
    public FormattedBundle write(BundleContent content) {
        var json = new FlatJsonWriter();
        var client = new ClientLocale(content.locale());
        var writer = new DialectWriter(dialect, PluralSupport.NONE, client);
        var bundle = new FormattedBundle.Builder();
        for (var entry : content.entries()) {
            var losses = new Losses(entry);
            if (dialect == MessageDialect.ICU && !entry.locale().equals(content.locale())) {
                entry.parts().allParts().forEach(it -> addFallbackLosses(it, entry, client, losses));
            }
            json.put(entry.fileKey(), dialect == MessageDialect.ICU ? entry.isolatedPattern() : writer.writeSingle(entry, losses));
            bundle.add(entry.key(), losses);
        }
        return bundle.build(json.finish());
    }

    /** Adds a loss if the client formats a part by the rules of its own locale instead of the locale of the text. */
    private static void addFallbackLosses(PatternPart part, Entry entry, ClientLocale client, Losses losses) {
        boolean otherNumbers = !client.printsNumbersLike(entry.locale());
        if (part instanceof Plural plural) {
            losses.addIf(!client.pluralizesLike(entry.locale()), LossReason.PLURAL_RULES, plural.name());
        } else if (part instanceof NumberSign sign) {
            losses.addIf(otherNumbers, LossReason.NUMBER_RULES, sign.name());
        } else if (part instanceof Slot slot) {
            losses.addIf(otherNumbers && entry.isNumber(slot.name()) || entry.isCurrency(slot.name()), LossReason.NUMBER_RULES,
                    slot.name());
            losses.addIf(entry.isDate(slot.name()), LossReason.DATE, slot.name());
        } else if (part instanceof StyledSlot styled && styled.type().equals("number")) {
            // A style may print words in the language of the locale, such as units.
            losses.addIf(otherNumbers || !styled.style().isEmpty(), LossReason.NUMBER_RULES, styled.name());
        } else if (part instanceof StyledSlot styled) {
            losses.add(LossReason.DATE, styled.name());
        }
    }
}
