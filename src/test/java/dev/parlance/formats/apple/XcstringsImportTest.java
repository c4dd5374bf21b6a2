package dev.parlance.formats.apple;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parlance.formats.FileDetails;
import dev.parlance.formats.FileEntry;
import dev.parlance.formats.FileFault;
import dev.parlance.formats.FileText;
import dev.parlance.formats.RawText;
import dev.parlance.formats.ReviewState;
import dev.parlance.formats.reading.ImportFormatTestBase;
import dev.parlance.formats.reading.WrittenEntries;
import dev.parlance.locales.LocaleTag;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class XcstringsImportTest extends ImportFormatTestBase {
    private static final LocaleTag EN = LocaleTag.parse("en");
    private static final LocaleTag DE = LocaleTag.parse("de");
    private static final String SAMPLE = """
            {
              "sourceLanguage" : "en",
              "strings" : {
                "Hello %@" : {
                  "comment" : "Greeting",
                  "localizations" : {
                    "de" : {
                      "stringUnit" : { "state" : "translated", "value" : "Hallo %@" }
                    }
                  }
                },
                "songs" : {
                  "extractionState" : "manual",
                  "localizations" : {
                    "de" : { "variations" : { "plural" : {
                      "one" : { "stringUnit" : { "state" : "needs_review", "value" : "%lld Lied" } },
                      "other" : { "stringUnit" : { "state" : "translated", "value" : "%lld Lieder" } }
                    } } }
                  }
                },
                "parts" : { "localizations" : { "de" : {
                  "stringUnit" : { "state" : "translated", "value" : "%1$#@a@ in %2$#@b@" },
                  "substitutions" : {
                    "a" : { "argNum" : 1, "formatSpecifier" : "lld", "variations" : { "plural" : {
                      "one" : { "stringUnit" : { "state" : "translated", "value" : "%arg Datei" } },
                      "other" : { "stringUnit" : { "state" : "translated", "value" : "%arg Dateien" } } } } },
                    "b" : { "argNum" : 2, "formatSpecifier" : "d", "variations" : { "plural" : {
                      "other" : { "stringUnit" : { "state" : "translated", "value" : "%arg Ordnern" } } } } }
                  } } } },
                "tap" : { "localizations" : { "de" : { "variations" : { "device" : {
                  "mac" : { "stringUnit" : { "state" : "translated", "value" : "Klicken" } },
                  "other" : { "stringUnit" : { "state" : "translated", "value" : "Tippen" } } } } } } },
                "brand" : { "shouldTranslate" : false },
                "old" : { "extractionState" : "stale" },
                "empty" : { }
              },
              "version" : "1.0"
            }
            """;

    XcstringsImportTest() {
        super(new XcstringsImport(), "Localizable.xcstrings");
    }

    @Override
    protected String sample() {
        return SAMPLE;
    }

    @Override
    protected String fileOf(int messages) {
        return IntStream.range(0, messages).mapToObj(it -> "\"k" + it + "\" : { }")
                .collect(Collectors.joining(",\n", "{\"sourceLanguage\" : \"en\", \"strings\" : {", "}, \"version\" : \"1.0\"}"));
    }

    private static RawText.PluralForms plural(Map<String, String> forms) {
        return new RawText.PluralForms("", false, new TreeMap<>(forms));
    }

    private static FileText text(LocaleTag locale, RawText text, ReviewState state) {
        return new FileText(Optional.of(locale), text, Optional.empty(), Optional.of(state), Optional.empty());
    }

    @Test
    void readsEveryKindOfText() {
        var content = read(SAMPLE);
        assertThat(content.sourceLocale()).contains(EN);
        var parts = new LinkedHashMap<String, RawText.PluralForms>();
        parts.put("a", plural(Map.of("one", "%1$lld Datei", "other", "%1$lld Dateien")));
        parts.put("b", plural(Map.of("other", "%2$d Ordnern")));
        assertThat(content.entries()).containsExactly(
                new FileEntry("Hello %@", 4, List.of(new FileText(EN, new RawText.Single("Hello %@")),
                        text(DE, new RawText.Single("Hallo %@"), ReviewState.TRANSLATED)), FileDetails.comment("Greeting")),
                new FileEntry("songs", 12, List.of(new FileText(EN, new RawText.Single("songs")),
                        text(DE, plural(Map.of("one", "%lld Lied", "other", "%lld Lieder")), ReviewState.DRAFT)), FileDetails.NONE),
                new FileEntry("parts", 21, List.of(new FileText(EN, new RawText.Single("parts")),
                        text(DE, new RawText.Substitutions("%1$#@a@ in %2$#@b@", parts), ReviewState.TRANSLATED)), FileDetails.NONE),
                new FileEntry("tap", 30, List.of(new FileText(EN, new RawText.Single("tap")),
                        text(DE, new RawText.Single("Tippen"), ReviewState.TRANSLATED)), FileDetails.NONE),
                new FileEntry("empty", 35, List.of(new FileText(EN, new RawText.Single("empty"))), FileDetails.NONE));
        assertThat(issues(content)).containsExactly("VARIANT 30 tap", "NOT_TRANSLATABLE 33 brand", "OBSOLETE 34 old");
    }

    @Test
    void rejectsInvalidFiles() {
        assertFault("[]", FileFault.MALFORMED, 1);
        assertFault("{\n\"strings\" : { \"a\" : 1 } }", FileFault.MALFORMED, 2);
        assertFault("{\"strings\" : { \"a\" : {},\n\"a\" : {} } }", FileFault.MALFORMED, 2);
        assertFault("{\"version\" : \"2.0\"}", FileFault.UNSUPPORTED_VERSION, 1);
        assertFault("{\"strings\" : {} }\n{}", FileFault.MALFORMED, 2);
        assertFault("{\"strings\" :\n{ \"a\" : { \"x\" : \"\0\" } } }", FileFault.MALFORMED, 2);
        assertFault("{\"strings\" : {\n\"\\u0000\" : {} }, \"sourceLanguage\" : \"en\" }", FileFault.MALFORMED, 2);
        assertFault("{\"x\" :\n" + "[".repeat(100_000), FileFault.TOO_DEEP, 2);
        assertFault("{\"strings\" : { \"a\" :\n" + "{\"a\" : ".repeat(100_000), FileFault.TOO_DEEP, 2);
    }

    private static byte[] write(Map<LocaleTag, List<FileEntry>> byLocale) {
        var messages = new TreeMap<String, Map<LocaleTag, FileEntry>>(XcstringsFormat.keyOrder());
        byLocale.forEach((locale, entries) -> entries.forEach(it -> messages.computeIfAbsent(it.key(),
                key -> new TreeMap<>()).put(locale, it)));
        return new XcstringsWriter(EN).write(messages);
    }

    @Test
    void writesAsXcode() {
        var entry = new FileEntry("b10", 0, List.of(text(EN, plural(Map.of("one", "%d file", "other", "a/b")), ReviewState.DRAFT)),
                FileDetails.comment("Note"));
        var other = new FileEntry("b9", 0, List.of(new FileText(new RawText.Single("x"))), FileDetails.NONE);
        assertThat(new String(write(Map.of(EN, List.of(entry, other))), StandardCharsets.UTF_8)).isEqualTo("""
                {
                  "sourceLanguage" : "en",
                  "strings" : {
                    "b9" : {
                      "extractionState" : "manual",
                      "localizations" : {
                        "en" : {
                          "stringUnit" : {
                            "state" : "translated",
                            "value" : "x"
                          }
                        }
                      }
                    },
                    "b10" : {
                      "comment" : "Note",
                      "extractionState" : "manual",
                      "localizations" : {
                        "en" : {
                          "variations" : {
                            "plural" : {
                              "one" : {
                                "stringUnit" : {
                                  "state" : "needs_review",
                                  "value" : "%d file"
                                }
                              },
                              "other" : {
                                "stringUnit" : {
                                  "state" : "needs_review",
                                  "value" : "a/b"
                                }
                              }
                            }
                          }
                        }
                      }
                    }
                  },
                  "version" : "1.0"
                }
                """);
        assertThat(new String(write(Map.of()), StandardCharsets.UTF_8)).contains("\"strings\" : {\n\n  },");
    }

    @Test
    void writesSubstitutionsWithArgument() {
        var parts = new LinkedHashMap<String, RawText.PluralForms>();
        parts.put("n", plural(Map.of("one", "%2$lld file", "other", "%2$lld files")));
        var text = new RawText.Substitutions("%1$@: %2$#@n@", parts);
        var written = write(Map.of(EN, List.of(new FileEntry("k", 0, List.of(new FileText(text)), FileDetails.NONE))));
        assertThat(new String(written, StandardCharsets.UTF_8)).contains("\"argNum\" : 2", "\"%arg file\"",
                "\"formatSpecifier\" : \"lld\"");
        assertThat(texts(read(written))).containsExactly(Map.entry("k", text));
    }

    @Property(tries = 300)
    void readsWhatItWrites(@ForAll("entries") List<FileEntry> entries) {
        var read = new TreeMap<>(texts(read(write(Map.of(EN, entries)))));
        var expected = new TreeMap<String, RawText>();
        new ArrayList<>(entries).forEach(it -> expected.put(it.key(), it.texts().get(0).text()));
        assertThat(read).isEqualTo(expected);
    }

    @Provide
    Arbitrary<List<FileEntry>> entries() {
        return WrittenEntries.lists(WrittenEntries.texts(), WrittenEntries.single(), WrittenEntries.plural(List.of("one", "other")));
    }
}
