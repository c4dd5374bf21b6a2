package dev.parlance.publishing.memorystore;

import dev.parlance.catalog.CatalogRows;
import dev.parlance.catalog.Confirmations;
import dev.parlance.catalog.Message;
import dev.parlance.catalog.MessageText.TextContent;
import dev.parlance.catalog.TextState;
import dev.parlance.catalog.editing.RunChecks;
import dev.parlance.catalog.memory.InMemoryPorts;
import dev.parlance.catalog.events.CatalogEvent;
import dev.parlance.checks.Checks;
import dev.parlance.locales.LocaleTag;
import dev.parlance.publishing.release.MoveChannel;
import dev.parlance.publishing.release.PublishRelease;
import dev.parlance.publishing.release.PublishRelease.PublishCommand;
import dev.parlance.publishing.release.PublishRelease.PublishResult;
import dev.parlance.publishing.release.Release;
import dev.parlance.rendering.Argument;
import dev.parlance.rendering.ArgumentContract;
import dev.parlance.rendering.syntax.Syntax;
import dev.parlance.security.SettableClock;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;

/** A catalog in memory with the use cases that release it. */
public final class ReleasedCatalog {
    public final CatalogRows rows = new CatalogRows(InMemoryPorts.create(), CatalogRows.EN);
    public final SettableClock clock = new SettableClock();
    public final InMemoryReleases releases = new InMemoryReleases();
    public final InMemoryChannels channels = new InMemoryChannels(releases);
    public final InMemoryBlobs blobs = new InMemoryBlobs();
    public final List<CatalogEvent> events = new ArrayList<>();
    public final MoveChannel moveChannel = new MoveChannel(rows.ports.catalogs(), releases, channels, events::add,
            rows.ports.transactions(), clock, it -> { });
    public final PublishRelease publish = new PublishRelease(rows.ports.catalogs(),
            new PublishRelease.DraftSources(rows.ports.messages(), rows.ports.texts(),
            new RunChecks(new Checks(List.of()), rows.ports.catalogs(), rows.ports.messages(), rows.ports.texts(), rows.ports.glossary(),
                    events::add)), releases, blobs, moveChannel, events::add, rows.ports.transactions(), clock);

    /** Defines a message, or changes its arguments. */
    public void define(String key, Argument... arguments) {
        edit(() -> {
            var existing = rows.ports.messages().find(rows.name, CatalogRows.key(key));
            int position = existing.map(it -> it.definition().position()).orElseGet(() -> rows.ports.messages().nextPosition(rows.name));
            var defined = CatalogRows.definition(position, key);
            var definition = new Message.Definition(position, defined.code(), defined.reason(), 400,
                    new ArgumentContract(List.of(arguments)));
            existing.ifPresentOrElse(it -> it.updateDefinition(definition), () -> rows.addMessage(key, definition));
            rows.catalog().markDefinitionsChanged();
        });
    }

    public void retire(String key) {
        edit(() -> {
            var message = rows.ports.messages().find(rows.name, CatalogRows.key(key)).orElseThrow();
            message.updateDefinition(CatalogRows.retired(message.definition()));
            rows.catalog().markDefinitionsChanged();
        });
    }

    /** Saves an ICU pattern without findings. */
    public void write(String key, LocaleTag locale, String pattern) {
        write(key, locale, new TextContent(Syntax.ICU, pattern, ""), TextState.TRANSLATED, 0);
    }

    /** @param errors the number of errors that the checks have found */
    public void write(String key, LocaleTag locale, TextContent content, TextState state, int errors) {
        edit(() -> {
            var existing = rows.ports.texts().find(rows.name, CatalogRows.key(key), locale);
            var text = existing.orElseGet(() -> rows.addText(key, locale, ""));
            text.updateContent(content, state, null, Confirmations.NONE, "ann");
            text.recordFindings(errors, 0);
            rows.catalog().markTextsChanged(locale);
        });
    }

    public void edit(Runnable change) {
        rows.run(() -> {
            rows.catalog().incrementRevision();
            change.run();
            rows.ports.catalogs().recomputeCounts(rows.catalog());
        });
    }

    /** Publishes the draft, which must have changed. */
    public Release release() {
        return publish(false).release().orElseThrow();
    }

    public PublishResult publish(boolean acceptBreaking) {
        return publish.publish(new PublishCommand(rows.name, acceptBreaking, "ann", "weekly"));
    }

    public PublishResult preview(boolean acceptBreaking) {
        return publish.preview(new PublishCommand(rows.name, acceptBreaking, "ann", ""));
    }

    /** Moves a channel that has been moved this often. */
    public void move(String channel, int release, int moves) {
        moveChannel.moveTo(release, command(channel, moves));
    }

    /** @param moves 0 if the channel must not exist */
    public MoveChannel.MoveCommand command(String channel, int moves) {
        return new MoveChannel.MoveCommand(rows.name, channel, moves == 0 ? OptionalInt.empty() : OptionalInt.of(moves), "ann", "go");
    }
}
