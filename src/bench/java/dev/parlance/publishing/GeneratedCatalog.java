package dev.parlance.publishing;

import dev.parlance.catalog.CatalogName;
import dev.parlance.catalog.Message;
import dev.parlance.catalog.MessageKey;
import dev.parlance.catalog.MessageText.TextContent;
import dev.parlance.locales.LocaleTag;
import dev.parlance.publishing.release.Draft;
import dev.parlance.rendering.Argument;
import dev.parlance.rendering.ArgumentContract;
import dev.parlance.rendering.ArgumentType;
import dev.parlance.rendering.syntax.Syntax;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeSet;

/**
 * A deterministic catalog of any size in ten languages, three of which do not use the Latin script.
 *
 * <p>A text has 72 characters on average. Of 100 texts, 30 take strings (half of them in printf syntax), 6 a plural and 4 a number with a
 * style; some contain quotation marks or apostrophes.
 */
record GeneratedCatalog(int codes, boolean described) {
    static final CatalogName NAME = new CatalogName("generated");
    static final LocaleTag SOURCE = LocaleTag.parse("en");
    private static final Map<String, String> WORDS = Map.of(
            "en", "the order was not accepted because this account has no right to trade with its own balance can't \"market\"",
            "de", "der Auftrag wurde nicht angenommen weil für dieses Konto kein Handel mit eigenem Guthaben möglich ist »Markt«",
            "es", "la orden no fue aceptada porque esta cuenta no tiene permiso de operar con saldo propio según \"mercado\"",
            "fr", "l'ordre n'a pas été accepté parce que ce compte n'a pas le droit de négocier avec son propre solde «marché»",
            "it", "l'ordine non è stato accettato perché questo conto non ha il diritto di operare con il proprio saldo mercato",
            "nl", "de order is niet aanvaard omdat dit account niet met eigen saldo mag handelen op de gekozen markt \"spot\"",
            "pt-BR", "a ordem não foi aceita porque esta conta não tem permissão para negociar com seu próprio saldo no mercado",
            "ru", "заявка не принята потому что у этого счёта нет права торговать на собственные средства этого рынка «спот»",
            "ja", "注文 は 受け付け られ ません でした この 口座 に は 自己 残高 で 取引 する 権限 が あり ません 「市場」 を 確認 してください",
            "ar", "لم يُقبل الأمر لأن هذا الحساب لا يملك حق التداول برصيده الخاص في السوق المختارة حاليا");
    private static final Map<String, List<String>> PLURALS = Map.of(
            "ru", List.of("one", "few", "many", "other"), "ja", List.of("other"),
            "ar", List.of("zero", "one", "two", "few", "many", "other"));
    private static final List<String> NAMES = List.of("symbol", "field", "interval", "account", "asset", "orderId", "price", "market");
    private static final int SHORTEST = 36;
    private static final int SPREAD = 73;

    static List<LocaleTag> locales() {
        return WORDS.keySet().stream().sorted().map(LocaleTag::parse).toList();
    }

    /** Returns the draft of one locale, which freezes to the same bytes alone as together with the others. */
    Draft draft(LocaleTag locale) {
        var definitions = new LinkedHashMap<MessageKey, Message.Definition>();
        var contents = new HashMap<MessageKey, TextContent>();
        var words = WORDS.get(locale.value()).split(" ");
        var random = new Random(locale.value().hashCode());
        for (int i = 0; i < codes; i++) {
            var key = new MessageKey("-" + (100_000 + i));
            definitions.put(key, new Message.Definition(i, key.value(), "ORDER_NOT_ACCEPTED_" + i, 400 + i % 5, contract(i)));
            contents.put(key, content(i, locale, words, random));
        }
        return new Draft(NAME, SOURCE, new TreeSet<>(List.of(locale)), definitions, Map.of(locale, contents));
    }

    private static ArgumentContract contract(int i) {
        int kind = i % 50;
        if (kind < 15) {
            var first = new Argument(NAMES.get(i / 50 % NAMES.size()), ArgumentType.STRING, "x");
            var second = new Argument(NAMES.get((i / 50 + 3) % NAMES.size()), ArgumentType.STRING, "y");
            return new ArgumentContract(kind % 2 == 0 ? List.of(first) : List.of(first, second));
        }
        return kind < 20 ? new ArgumentContract(List.of(new Argument(kind < 18 ? "n" : "amount", ArgumentType.NUMBER, "5")))
                : ArgumentContract.EMPTY;
    }

    private TextContent content(int i, LocaleTag locale, String[] words, Random random) {
        var description = described ? text(words, random, SHORTEST + random.nextInt(SPREAD)) : "";
        int length = SHORTEST + random.nextInt(SPREAD);
        int kind = i % 50;
        if (kind < 15) {
            var slots = contract(i).arguments();
            boolean printf = kind % 4 < 2;
            var holes = slots.stream().map(it -> printf ? "%s" : "{" + it.name() + "}").toList();
            int each = (length - String.join("", holes).length()) / slots.size();
            var text = new StringBuilder();
            holes.forEach(hole -> text.append(text(words, random, each - 2)).append(' ').append(hole).append(' '));
            return new TextContent(printf ? Syntax.PRINTF : Syntax.ICU, text.toString().strip(), description);
        } else if (kind < 18) {
            var plural = new StringBuilder("{n, plural,");
            PLURALS.getOrDefault(locale.value(), List.of("one", "other"))
                    .forEach(it -> plural.append(' ').append(it).append(" {# ").append(words[1]).append('}'));
            plural.append('}');
            return new TextContent(Syntax.ICU, text(words, random, Math.max(12, length - plural.length())) + " " + plural, description);
        } else if (kind < 20) {
            var number = " {amount, number, ::.00}";
            return new TextContent(Syntax.ICU, text(words, random, length - number.length()) + number, description);
        }
        return new TextContent(Syntax.ICU, text(words, random, length), description);
    }

    private static String text(String[] words, Random random, int length) {
        var text = new StringBuilder();
        while (text.length() < length) {
            text.append(text.length() == 0 ? "" : " ").append(words[random.nextInt(words.length)]);
        }
        return text.substring(0, Math.max(1, length)).strip();
    }
}
