package dev.parlance.cli;

import dev.parlance.cli.project.FileWriter;
import dev.parlance.cli.project.LocalContent;
import dev.parlance.cli.project.LocalFile;
import dev.parlance.cli.project.LocalFiles;
import dev.parlance.cli.project.LocalText;
import dev.parlance.cli.project.TextReader;
import dev.parlance.cli.server.CatalogExports;
import dev.parlance.cli.server.CatalogImports;
import dev.parlance.cli.server.CatalogInfo;
import dev.parlance.cli.server.ImportResult;
import dev.parlance.cli.server.ProjectExport;
import dev.parlance.cli.server.ProjectExport.ServerFile;
import dev.parlance.cli.sync.SyncAction;
import dev.parlance.cli.sync.SyncDecisions;
import dev.parlance.cli.sync.SyncPlan;
import dev.parlance.cli.sync.SyncPlan.Step;
import dev.parlance.cli.sync.SyncSides;
import dev.parlance.cli.sync.SyncedText;
import dev.parlance.cli.sync.TextDigests;
import dev.parlance.cli.sync.TextKey;
import dev.parlance.locales.LocaleTag;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Synchronises the files of a project with the draft of a catalog.
 *
 * <p>The import runs first, in one transaction, so if it fails, no file has changed. Then the files are written from an export. The state
 * is written last, so that an interrupted run is repeated.
 */
final class ProjectSync {
    private final LocalFiles files;
    private final TextReader reader;
    private final CatalogInfo catalog;
    private final ProjectExport exports;
    private final CatalogImports imports;
    private final SyncBase base;

    ProjectSync(LocalFiles files, TextReader reader, CatalogInfo catalog, CatalogImports imports) {
        this.files = files;
        this.reader = reader;
        this.catalog = catalog;
        this.exports = new ProjectExport(new CatalogExports(catalog.client(), catalog.catalog(), false), files, reader);
        this.imports = imports;
        this.base = new SyncBase(files, reader, catalog.catalog());
    }

    /** Both sides before the synchronisation. */
    record Comparison(SyncPlan plan, Map<TextKey, LocalText> local, Map<TextKey, LocalText> server, SyncSides sides) {
    }

    /**
     * The result of a synchronisation.
     *
     * @param imported empty if nothing was imported
     * @param written  paths of changed files
     */
    record Outcome(Optional<ImportResult> imported, List<String> written) {
    }

    Comparison compare(SyncDecisions decisions) {
        var local = readLocal();
        var server = reader.read(fetch().stream().map(ServerFile::file).toList());
        var sides = new SyncSides(TextDigests.of(local.texts()), TextDigests.of(server.texts()), base.read().texts());
        return new Comparison(SyncPlan.of(sides, decisions, reader.sourceLocale()), index(local.texts()), index(server.texts()), sides);
    }

    /** Applies a plan that is not blocked. */
    Outcome apply(Comparison compared, SyncDecisions decisions) {
        var sent = Stream.of(SyncAction.IMPORT, SyncAction.DELETE_ON_SERVER).flatMap(it -> compared.plan().stepsWith(it).stream()).toList();
        var imported = send(sent, compared);
        if (imported.filter(it -> it.status().equals(ImportResult.REFUSED)).isPresent()) {
            return new Outcome(imported, List.of());
        }
        var changed = new TreeSet<>(copyTranslations(compared, decisions));
        changed.addAll(retire(compared));
        var exported = fetch();
        var written = write(exported, compared.plan(), changed);
        saveState(compared, reader.read(exported.stream().map(ServerFile::file).toList()));
        return new Outcome(imported, written);
    }

    private LocalContent readLocal() {
        return reader.read(files.findConfigured());
    }

    private List<ServerFile> fetch() {
        return exports.fetch(catalog.locales(reader.sourceLocale()));
    }

    private Optional<ImportResult> send(List<Step> steps, Comparison compared) {
        if (steps.isEmpty()) {
            return Optional.empty();
        }
        var selection = new TreeMap<LocaleTag, Set<String>>();
        steps.forEach(it -> selection.computeIfAbsent(it.text().locale(), locale -> new TreeSet<>()).add(it.text().key()));
        boolean deletes = steps.stream().anyMatch(it -> it.action() == SyncAction.DELETE_ON_SERVER);
        return Optional.of(imports.importSelection(files.findConfigured(), selection, deletes));
    }

    /**
     * Copies the translations of renamed keys to the new keys, where the files have no translations.
     *
     * @return the locales of these translations
     */
    private Set<LocaleTag> copyTranslations(Comparison compared, SyncDecisions decisions) {
        var copies = new ArrayList<LocalText>();
        decisions.renames().forEach((newKey, oldKey) -> compared.server().forEach((text, old) -> {
            if (text.key().equals(oldKey) && !compared.local().containsKey(new TextKey(text.locale(), newKey))) {
                copies.add(new LocalText(newKey, old.locale(), old.text(), old.description(), old.dialect(), old.details(), old.file(),
                        old.line()));
            }
        }));
        imports.importTexts(copies);
        return copies.stream().map(LocalText::locale).collect(Collectors.toSet());
    }

    /**
     * Retires messages whose source text was deleted while files still contain translations of them, which the import would preserve.
     *
     * @return the locales whose files have these messages
     */
    private Set<LocaleTag> retire(Comparison compared) {
        var locales = new TreeSet<LocaleTag>();
        for (var it : compared.plan().stepsWith(SyncAction.DELETE_ON_SERVER)) {
            var key = it.text().key();
            var translated = compared.local().keySet().stream().filter(text -> text.key().equals(key)).map(TextKey::locale).toList();
            if (it.text().locale().equals(reader.sourceLocale()) && !translated.isEmpty()) {
                catalog.retire(key);
                locales.addAll(translated);
            }
        }
        return locales;
    }

    /** Writes the files of locales that changed on the server. Other files keep their order and comments. */
    private List<String> write(List<ServerFile> exported, SyncPlan plan, Set<LocaleTag> changed) {
        var rewritten = new TreeSet<>(changed);
        Stream.of(SyncAction.WRITE, SyncAction.DELETE_IN_FILES).flatMap(it -> plan.stepsWith(it).stream())
                .forEach(it -> rewritten.add(it.text().locale()));
        var writer = new FileWriter(files.configuration().folder());
        return exported.stream().map(ServerFile::file).filter(it -> it.locale().filter(rewritten::contains).isPresent())
                .filter(it -> writer.write(it.path(), it.source().bytes())).map(LocalFile::path).toList();
    }

    /** Saves the state. Deletions that were not propagated keep their previous state, so that they can be propagated later. */
    private void saveState(Comparison compared, LocalContent server) {
        var local = TextDigests.of(readLocal().texts());
        var remote = TextDigests.of(server.texts());
        var state = new TreeMap<TextKey, SyncedText>();
        local.forEach((text, digest) -> Optional.ofNullable(remote.get(text))
                .ifPresent(it -> state.put(text, new SyncedText(digest, it))));
        compared.plan().kept().forEach(it -> Optional.ofNullable(compared.sides().base().get(it.text()))
                .ifPresent(former -> state.putIfAbsent(it.text(), former)));
        base.write(state);
    }

    private static Map<TextKey, LocalText> index(List<LocalText> texts) {
        var index = new HashMap<TextKey, LocalText>();
        texts.forEach(it -> index.putIfAbsent(new TextKey(it.locale(), it.key()), it));
        return index;
    }
}
