package com.crmres.desktop.media;

import static org.assertj.core.api.Assertions.assertThat;

import com.crmres.common.conversation.MediaKind;
import com.crmres.common.conversation.MediaState;
import com.crmres.common.conversation.MessageContent;
import com.crmres.desktop.World;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SafeFileNameTest {

  private static final String PDF = "application/pdf";

  @ParameterizedTest
  @CsvSource({
    "menu.pdf, menu.pdf",
    "../../etc/passwd, passwd.pdf",
    "C:\\Windows\\menu.pdf, menu.pdf",
    "قائمة الطعام.PDF, قائمة الطعام.PDF",
    "invoice.pdf.exe, invoice.pdf.exe.pdf",
    ".bashrc, bashrc.pdf",
    "a<b>|c?.pdf, abc.pdf",
    "con.pdf, Document.pdf",
    "..., Document.pdf"
  })
  void keepsWhatIsSafeOfAStrangersName(String given, String kept) {
    assertThat(name(given, PDF)).isEqualTo(kept);
  }

  /// U+202E makes `gpj.exe` look like `exe.jpg`.
  @Test
  void dropsCharactersThatTurnANameRound() {
    assertThat(name("photo\u202Egpj.exe", PDF)).isEqualTo("photogpj.exe.pdf");
    assertThat(name("a\u0000b\u200F.pdf", PDF)).isEqualTo("ab.pdf");
  }

  @Test
  void namesWhatCameWithoutAName() {
    assertThat(name(null, "image/jpeg")).isEqualTo("Document.jpg");
    assertThat(name("  ", "audio/ogg")).isEqualTo("Document.ogg");
  }

  @Test
  void letsNothingOfAnUnknownKindBeRun() {
    assertThat(name("setup.exe", "application/x-msdownload")).isEqualTo("setup.exe.bin");
  }

  @Test
  void shortensWithoutLosingTheEnd() {
    assertThat(name("x".repeat(300) + ".pdf", PDF)).hasSize(100).endsWith(".pdf");
  }

  private static String name(@Nullable String given, String type) {
    return SafeFileName.of(
        new MessageContent.Media(
            World.id("file"),
            MediaKind.DOCUMENT,
            type,
            1L,
            given,
            null,
            false,
            MediaState.READY,
            null),
        "Document");
  }
}
