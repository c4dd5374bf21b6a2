package dev.parlance.formats.reading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.parlance.formats.FileFault;
import dev.parlance.formats.FileFormatException;
import dev.parlance.formats.ImportFormat;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/** Tests for every reader of an XML format. The first line of the sample is an XML declaration. */
public abstract class XmlImportTestBase extends ImportFormatTestBase {

    protected XmlImportTestBase(ImportFormat format, String path) {
        super(format, path);
    }

    /** Returns the start tag of an element that can be nested in itself. */
    protected String nesting() {
        return "<b>";
    }

    private String withDoctype(String doctype) {
        return withoutDoctype().replaceFirst("\n", "\n" + doctype + "\n");
    }

    private String withoutDoctype() {
        return sample().replaceFirst("<!DOCTYPE[^>]*>\n", "");
    }

    @Test
    void connectsNowhere() throws IOException {
        try (var server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            var url = "http://127.0.0.1:" + server.getLocalPort() + "/x";
            assertFault(withDoctype("<!DOCTYPE x [<!ENTITY x SYSTEM '" + url + "'>]>"), FileFault.ENTITY, 2);
            assertFault(withDoctype("<!DOCTYPE x [<!ENTITY % x SYSTEM '" + url + "'> %x;]>"), FileFault.ENTITY, 2);
            readOrFault(withDoctype("<!DOCTYPE x SYSTEM '" + url + "'>"));
            readOrFault(withDoctype("<?xml-stylesheet href='" + url + "'?>"));
            server.setSoTimeout(100);
            assertThat(catchThrowable(server::accept)).isInstanceOf(SocketTimeoutException.class);
        }
    }

    private void readOrFault(String text) {
        try {
            read(text);
        } catch (FileFormatException e) {
            assertThat(e.fault()).isEqualTo(FileFault.ENTITY);
        }
    }

    @Test
    void rejectsEntities() {
        var laughs = new StringBuilder("<!DOCTYPE x [<!ENTITY a0 'ha'>");
        for (int i = 1; i < 30; i++) {
            laughs.append("<!ENTITY a").append(i).append(" '&a").append(i - 1).append(";&a").append(i - 1).append(";'>");
        }
        assertFault(withDoctype(laughs + "]>"), FileFault.ENTITY, 2);
        assertFault(withDoctype("<!DOCTYPE x [<!ENTITY x SYSTEM 'file:///etc/passwd'>]>"), FileFault.ENTITY, 2);
        var root = withoutDoctype().replaceFirst("(?s)\\A(<\\?xml.*?>\n(?:<!--.*?-->\n)?<[\\w:]+[^>]*>).*", "$1");
        int line = (int) root.chars().filter(it -> it == '\n').count() + 1;
        assertFault(root + "&laugh;", FileFault.ENTITY, line);
        assertFault(root.substring(0, root.length() - 1) + " laugh='&laugh;'>", FileFault.ENTITY, line);
    }

    @Test
    void recognisesFilesThatItRejectsForTheirEntities() {
        assertThat(recognise(withDoctype("<!DOCTYPE x [<!ENTITY x SYSTEM 'file:///etc/passwd'>\n<!ENTITY y 'z'> ]>"))).isGreaterThan(0.8);
        assertThat(recognise("<!DOCTYPE x [" + "<!ENTITY x 'y'>".repeat(100_000))).isLessThan(0.5);
    }

    /** The parser of the JDK throws an exception of its own for these characters. */
    @Test
    void rejectsInvalidCharacterInDeclarations() {
        assertThatThrownBy(() -> read(withDoctype("<!DOCTYPE x [<![\u0001")))
                .isInstanceOfSatisfying(FileFormatException.class, it -> assertThat(it.fault()).isEqualTo(FileFault.MALFORMED));
    }

    @Test
    void rejectsDeepNesting() {
        var root = withoutDoctype().replaceFirst("(?s)\\A(<\\?xml.*?>\n(?:<!--.*?-->\n)?<[\\w:]+[^>]*>).*", "$1");
        int line = (int) root.chars().filter(it -> it == '\n').count() + 1;
        assertFault(root + nesting().repeat(100_000), FileFault.TOO_DEEP, line);
    }

    @Test
    void recognisesFileAfterLongComment() {
        assertThat(recognise(sample().replaceFirst("\n", "\n<!-- " + "licence\n".repeat(1500) + "-->\n"))).isGreaterThan(0.4);
        assertThat(recognise("<!--".repeat(4000))).isZero();
        assertThat(recognise("<?x ?>".repeat(2500))).isZero();
    }

    @Test
    void decodesEveryEncoding() {
        var text = sample();
        var entries = read(text).entries();
        assertThat(read(("\uFEFF" + text).getBytes(StandardCharsets.UTF_8)).entries()).isEqualTo(entries);
        var wide = text.replaceFirst("(?i)utf-8", "UTF-16");
        assertThat(read(("\uFEFF" + wide).getBytes(StandardCharsets.UTF_16LE)).entries()).isEqualTo(entries);
        assertThat(read(wide.getBytes(StandardCharsets.UTF_16BE)).entries()).isEqualTo(entries);
        assertFault(text.replaceFirst("(?i)utf-8", "no-such-encoding"), FileFault.ENCODING, 1);
    }
}
