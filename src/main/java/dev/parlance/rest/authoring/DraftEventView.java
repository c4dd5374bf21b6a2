package dev.parlance.rest.authoring;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.parlance.catalog.MessageKey;
import dev.parlance.catalog.activity.RevisionSummary;
import dev.parlance.catalog.comments.Comments.CommentChange;
import dev.parlance.catalog.history.ChangeSubject;
import dev.parlance.catalog.presence.PresentPerson;
import dev.parlance.locales.LocaleTag;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** The data of the events of a draft. */
@Schema(name = "DraftEvent", description = "Data of an event, by its name",
        oneOf = {DraftEventView.StateView.class, DraftEventView.RevisionView.class, DraftEventView.CommentEventView.class,
            DraftEventView.PresenceView.class})
final class DraftEventView {
    private DraftEventView() {
    }

    @Schema(name = "DraftState", description = "Data of the event `state`, the first one")
    record StateView(@Schema(description = "Current revision of the catalog") long revision, List<PresenceResource.PersonView> people) {
        static StateView of(long revision, List<PresentPerson> people) {
            return new StateView(revision, people.stream().map(PresenceResource.PersonView::of).toList());
        }
    }

    @Schema(name = "ChangedText")
    record TextView(String key, String locale) {
    }

    @Schema(name = "DraftRevision", description = "Data of the event `revision`")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record RevisionView(long revision, @Schema(description = "Name in the history") String author,
                        @Schema(description = "What changed: catalog, locale, message, text, term") List<String> subjects,
                        @Schema(description = "Texts that changed") List<TextView> texts,
                        @Schema(description = "Keys of the messages whose definition changed") List<String> messages,
                        @Schema(description = "true if more than 100 items changed; otherwise absent") @Nullable Boolean truncated) {
        static RevisionView of(RevisionSummary it) {
            return new RevisionView(it.revision(), it.author(),
                    it.targets().stream().map(target -> target.subject().label()).distinct().sorted().toList(),
                    it.targets().stream().filter(target -> target.subject() == ChangeSubject.TEXT)
                            .map(target -> new TextView(target.key(), target.ofLocale())).toList(),
                    it.targets().stream().filter(target -> target.subject() == ChangeSubject.MESSAGE).map(target -> target.key()).toList(),
                    it.truncated() ? true : null);
        }
    }

    @Schema(name = "DraftComment", description = "Data of the event `comment`")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record CommentEventView(String key, @Nullable String locale, @Schema(description = "Id of the comment") long comment,
                            @Schema(enumeration = {"open", "resolved", "deleted"}) String status,
                            @Schema(description = "Author of the comment") String author) {
        static CommentEventView of(CommentChange it) {
            return new CommentEventView(it.key().value(), it.locale().map(LocaleTag::value).orElse(null), it.id(), it.status().label(),
                    it.author());
        }
    }

    @Schema(name = "DraftPresence", description = "Data of the event `presence`")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record PresenceView(String person, @Schema(description = "false if the person has left") boolean present, @Nullable String key,
                        @Nullable String locale) {
        static PresenceView of(PresentPerson it) {
            return new PresenceView(it.person(), true, it.place().key().map(MessageKey::value).orElse(null),
                    it.place().locale().map(LocaleTag::value).orElse(null));
        }

        static PresenceView ofAbsent(String person) {
            return new PresenceView(person, false, null, null);
        }
    }
}
