package dev.parlance.rest;

import dev.parlance.rest.administration.AccessChangeResource;
import dev.parlance.rest.administration.AccountResource;
import dev.parlance.rest.administration.AccountTokenResource;
import dev.parlance.rest.administration.DeliveryResource;
import dev.parlance.rest.administration.FirstAdministratorResource;
import dev.parlance.rest.administration.KeyResource;
import dev.parlance.rest.administration.MemberResource;
import dev.parlance.rest.administration.PeopleResource;
import dev.parlance.rest.administration.ProviderResource;
import dev.parlance.rest.administration.SessionResource;
import dev.parlance.rest.administration.SessionStatusResource;
import dev.parlance.rest.administration.SigningKeyResource;
import dev.parlance.rest.administration.TokenResource;
import dev.parlance.rest.administration.VisibilityResource;
import dev.parlance.rest.administration.WebhookResource;
import dev.parlance.rest.authoring.ChangeResource;
import dev.parlance.rest.authoring.CheckResource;
import dev.parlance.rest.authoring.CommentResource;
import dev.parlance.rest.authoring.DefinitionResource;
import dev.parlance.rest.authoring.DraftEventResource;
import dev.parlance.rest.authoring.DraftListResource;
import dev.parlance.rest.authoring.DraftResource;
import dev.parlance.rest.authoring.GlossaryResource;
import dev.parlance.rest.authoring.JobPreviewResource;
import dev.parlance.rest.authoring.JobResource;
import dev.parlance.rest.authoring.MentionResource;
import dev.parlance.rest.authoring.LocaleResource;
import dev.parlance.rest.authoring.MessageSuggestionResource;
import dev.parlance.rest.authoring.PresenceResource;
import dev.parlance.rest.authoring.RejectionResource;
import dev.parlance.rest.authoring.SettingsResource;
import dev.parlance.rest.authoring.SuggestionResource;
import dev.parlance.rest.authoring.SummaryResource;
import dev.parlance.rest.authoring.TextResource;
import dev.parlance.rest.delivery.BundleResource;
import dev.parlance.rest.delivery.CatalogResource;
import dev.parlance.rest.delivery.ChannelResource;
import dev.parlance.rest.delivery.EventResource;
import dev.parlance.rest.delivery.LossResource;
import dev.parlance.rest.delivery.MessageResource;
import dev.parlance.rest.delivery.NegotiatedBundleResource;
import dev.parlance.rest.delivery.PinnedBundleResource;
import dev.parlance.rest.delivery.PreviewResource;
import dev.parlance.rest.delivery.ReleaseResource;
import dev.parlance.rest.delivery.RenderResource;
import dev.parlance.rest.delivery.SeedResource;
import dev.parlance.rest.exchange.BulkResource;
import dev.parlance.rest.exchange.ExportResource;
import dev.parlance.rest.exchange.ImportMappingResource;
import dev.parlance.rest.exchange.ImportResource;
import dev.parlance.rest.http.Routes;
import dev.parlance.rest.search.DriftResource;
import dev.parlance.rest.recognition.LocalizeResource;
import dev.parlance.rest.recognition.ResolveAnywhereResource;
import dev.parlance.rest.recognition.ResolveResource;
import dev.parlance.rest.search.MessageSearchResource;
import dev.parlance.rest.usage.CoverageResource;
import dev.parlance.rest.usage.MissingResource;
import dev.parlance.rest.usage.UsageResource;
import dev.parlance.web.AssetResource;
import dev.parlance.web.CodeListResource;
import dev.parlance.web.CodeResource;
import dev.parlance.web.SiteResource;
import dev.parlance.web.SitemapResource;
import dev.parlance.web.docs.DocsResource;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.util.List;

/** The list of all Jakarta REST resources. New resources must be added here. */
public final class Resources {
    public static final List<Class<?>> ALL = List.of(
            CatalogResource.class, MessageResource.class, MessageSearchResource.class, DriftResource.class, RenderResource.class,
            PreviewResource.class, ResolveResource.class, ResolveAnywhereResource.class, LocalizeResource.class,
            BundleResource.class, NegotiatedBundleResource.class, LossResource.class, PinnedBundleResource.class, SeedResource.class,
            ReleaseResource.class, ChannelResource.class, EventResource.class,
            DraftResource.class, DraftListResource.class, SummaryResource.class, LocaleResource.class,
            DefinitionResource.class, TextResource.class, ChangeResource.class,
            SettingsResource.class, CheckResource.class, JobResource.class, JobPreviewResource.class, RejectionResource.class,
            GlossaryResource.class, ImportResource.class, BulkResource.class, ImportMappingResource.class, ExportResource.class,
            MessageSuggestionResource.class, SuggestionResource.class,
            CommentResource.class, MentionResource.class, PresenceResource.class, DraftEventResource.class,
            MemberResource.class, PeopleResource.class, KeyResource.class, VisibilityResource.class, AccountResource.class,
            FirstAdministratorResource.class, SessionResource.class, SessionStatusResource.class, ProviderResource.class,
            TokenResource.class, AccountTokenResource.class, AccessChangeResource.class, SigningKeyResource.class,
            WebhookResource.class, DeliveryResource.class,
            UsageResource.class, CoverageResource.class, MissingResource.class,
            SiteResource.class, SitemapResource.class, CodeListResource.class, CodeResource.class, DocsResource.class, AssetResource.class);

    private Resources() {
    }

    @Produces
    @Singleton
    static Routes routes() {
        return new Routes(ALL);
    }
}
