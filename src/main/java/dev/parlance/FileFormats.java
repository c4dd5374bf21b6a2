package dev.parlance;

import dev.parlance.formats.BundleFormat;
import dev.parlance.formats.CatalogFormat;
import dev.parlance.formats.ImportFormat;
import dev.parlance.formats.android.AndroidFormat;
import dev.parlance.formats.android.AndroidImport;
import dev.parlance.formats.apple.StringsFormat;
import dev.parlance.formats.apple.StringsImport;
import dev.parlance.formats.apple.StringsdictFormat;
import dev.parlance.formats.apple.StringsdictImport;
import dev.parlance.formats.apple.XcstringsFormat;
import dev.parlance.formats.apple.XcstringsImport;
import dev.parlance.formats.arb.ArbFormat;
import dev.parlance.formats.arb.ArbImport;
import dev.parlance.formats.formatjs.FormatJsFormat;
import dev.parlance.formats.formatjs.FormatJsImport;
import dev.parlance.formats.goi18n.GoI18nFormat;
import dev.parlance.formats.goi18n.GoI18nImport;
import dev.parlance.formats.i18next.I18nextFormat;
import dev.parlance.formats.i18next.I18nextImport;
import dev.parlance.formats.json.JsonFormat;
import dev.parlance.formats.json.JsonImport;
import dev.parlance.formats.json.NestedJsonFormat;
import dev.parlance.formats.po.PoFormat;
import dev.parlance.formats.po.PoImport;
import dev.parlance.formats.printf.PrintfFormat;
import dev.parlance.formats.properties.PropertiesFormat;
import dev.parlance.formats.properties.PropertiesImport;
import dev.parlance.formats.spreadsheet.DelimitedLayout;
import dev.parlance.formats.spreadsheet.DelimitedWriter;
import dev.parlance.formats.spreadsheet.WorkbookLayout;
import dev.parlance.formats.spreadsheet.WorkbookWriter;
import dev.parlance.formats.table.TableReader;
import dev.parlance.formats.table.codemap.CodeMapLayout;
import dev.parlance.formats.table.html.HtmlLayout;
import dev.parlance.formats.table.markdown.MarkdownLayout;
import dev.parlance.formats.table.text.CodeTextLayout;
import dev.parlance.formats.table.text.ErrorMessageFileFormat;
import dev.parlance.formats.webextension.WebExtensionFormat;
import dev.parlance.formats.webextension.WebExtensionImport;
import dev.parlance.formats.xliff.XliffFormat;
import dev.parlance.formats.xliff.XliffImport;
import dev.parlance.formats.xliff12.Xliff12Format;
import dev.parlance.formats.xliff12.Xliff12Import;
import dev.parlance.formats.yaml.RailsFormat;
import dev.parlance.formats.yaml.SymfonyFormat;
import java.util.List;

/** The file formats of the service and of the command line. */
final class FileFormats {
    private FileFormats() {
    }

    /** Returns the formats of files to import. Of those that recognise a file equally well, the first one reads it. */
    static List<ImportFormat> importFormats() {
        return List.of(new PropertiesImport(), new PoImport(), new XliffImport(), new Xliff12Import(), new AndroidImport(),
                new StringsImport(), new StringsdictImport(), new XcstringsImport(), new ArbImport(), new WebExtensionImport(),
                GoI18nImport.JSON, GoI18nImport.TOML, new FormatJsImport(), new I18nextImport(), new JsonImport(), new RailsFormat(),
                new SymfonyFormat(), new TableReader(DelimitedLayout.CSV), new TableReader(DelimitedLayout.TSV),
                new TableReader(new WorkbookLayout()), new TableReader(new HtmlLayout()), new TableReader(new MarkdownLayout()),
                new TableReader(CodeMapLayout.JSON), new TableReader(CodeMapLayout.TOML), new TableReader(CodeMapLayout.YAML),
                new ErrorMessageFileFormat(), new TableReader(new CodeTextLayout()));
    }

    /** Returns the formats in which clients can fetch a bundle. */
    static List<BundleFormat> bundleFormats() {
        return List.of(new JsonFormat(), new NestedJsonFormat(), new FormatJsFormat(), new I18nextFormat(), PropertiesFormat.UTF_8,
                PropertiesFormat.ASCII, new PrintfFormat(), new ArbFormat(), new WebExtensionFormat(), GoI18nFormat.JSON, GoI18nFormat.TOML,
                new PoFormat(), new XliffFormat(), new Xliff12Format(), new AndroidFormat(), new StringsFormat(), new StringsdictFormat(),
                new RailsFormat(), new SymfonyFormat(), DelimitedWriter.CSV, DelimitedWriter.TSV, new WorkbookWriter());
    }

    /** Returns the formats whose files hold several locales. */
    static List<CatalogFormat> catalogFormats() {
        return List.of(new XcstringsFormat(), DelimitedWriter.CSV, DelimitedWriter.TSV, new WorkbookWriter());
    }
}
