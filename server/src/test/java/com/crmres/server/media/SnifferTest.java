package com.crmres.server.media;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SnifferTest {

  @Test
  void knowsAFileByItsBytesWhateverIsSaidOfIt() {
    assertThat(type(SampleFiles.jpeg(4, 4), "application/pdf")).isEqualTo("image/jpeg");
    assertThat(type(SampleFiles.png(4, 4), "image/jpeg")).isEqualTo("image/png");
    assertThat(type(SampleFiles.sticker(), "image/png")).isEqualTo("image/webp");
    assertThat(type(SampleFiles.voice(), "video/mp4")).isEqualTo("audio/ogg");
    assertThat(type(SampleFiles.film(), "audio/ogg")).isEqualTo("video/mp4");
    assertThat(type(SampleFiles.pdf(100), "image/jpeg")).isEqualTo("application/pdf");
    assertThat(type(SampleFiles.wordDocument(), "application/zip"))
        .endsWith("wordprocessingml.document");
    assertThat(text("#!AMR\n12345")).isEqualTo("audio/amr");
    assertThat(text("ID3\u0004\0\0")).isEqualTo("audio/mpeg");
    assertThat(text("\u00ff\u00fb\u0090\0")).isEqualTo("audio/mpeg");
    assertThat(text("\u00ff\u00f1P\0")).isEqualTo("audio/aac");
    assertThat(text("\0\0\0\u0014ftyp3gp4xxxx")).isEqualTo("video/3gpp");
    assertThat(text("\0\0\0\u0014ftypM4A xxxx")).isEqualTo("audio/mp4");
    assertThat(text("MZ\u0090\0")).isEqualTo("application/x-msdownload");
    assertThat(text("GIF89a\0\0")).isEqualTo("image/gif");
    assertThat(text("\0\u0001\u0002")).isEqualTo("application/octet-stream");
  }

  @Test
  void takesTheWordOfTheSenderOnlyBetweenTypesOfOneContainer() {
    assertThat(type(SampleFiles.film(), "audio/mp4")).isEqualTo("audio/mp4");
    byte[] old = SampleFiles.text("\u00d0\u00cf\u0011\u00e0\u00a1\u00b1\u001a\u00e1", 600);
    assertThat(type(old, "application/vnd.ms-excel")).isEqualTo("application/vnd.ms-excel");
    assertThat(type(old, "text/plain")).isEqualTo("application/x-ole-storage");
  }

  @Test
  void seesPagesAndDrawingsForWhatTheyAre() {
    assertThat(text("  <!DOCTYPE html><p>")).isEqualTo("text/html");
    assertThat(text("hello <script>alert(1)</script>")).isEqualTo("text/html");
    assertThat(text("<?xml version='1.0'?><svg xmlns=''/>")).isEqualTo("image/svg+xml");
    assertThat(type("السلام عليكم".getBytes(StandardCharsets.UTF_8), "text/plain"))
        .isEqualTo("text/plain");
  }

  @Property
  void namesATypeForAnyBytes(@ForAll byte[] head, @ForAll String declared) {
    assertThat(Sniffer.type(head, declared)).contains("/");
    assertThat(Sniffer.isAnimated(head)).isIn(true, false);
  }

  /// Trap 30.
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "audio/ogg; codecs=opus | audio/ogg",
        "Audio/OGG;codecs=\"opus\" | audio/ogg",
        "image/jpg | image/jpeg",
        "text/plain ; charset=utf-8 | text/plain",
        "nonsense | application/octet-stream",
        "a/b/c | application/octet-stream"
      })
  void readsATypeWithoutItsParameters(String written, String bare) {
    assertThat(MimeType.bare(written)).isEqualTo(bare);
  }

  /// Trap 31.
  @Test
  void comparesAHashInHexAndInBase64() {
    byte[] file = SampleFiles.pdf(50);
    byte[] hash = SampleFiles.hash(file);

    assertThat(Hash.matches(SampleFiles.hex(file), hash)).isTrue();
    assertThat(Hash.matches(SampleFiles.hex(file).toUpperCase(Locale.ROOT), hash)).isTrue();
    assertThat(Hash.matches(SampleFiles.base64(file), hash)).isTrue();
    assertThat(Hash.matches(SampleFiles.base64(SampleFiles.pdf(51)), hash)).isFalse();
    assertThat(Hash.matches("no hash at all", hash)).isFalse();
    assertThat(Hash.matches("", hash)).isFalse();
  }

  private static String text(String latin) {
    return type(latin.getBytes(StandardCharsets.ISO_8859_1), "");
  }

  private static String type(byte[] file, String declared) {
    return Sniffer.type(file, declared);
  }
}
