package com.crmres.server.media;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class FileNamesTest {

  @Test
  void leavesOneHarmlessStepOfAPath() {
    assertThat(FileNames.harmless("../../etc/passwd")).isEqualTo("passwd");
    assertThat(FileNames.harmless("C:\\Users\\x\\فاتورة ١.pdf")).isEqualTo("فاتورة ١.pdf");
    assertThat(FileNames.harmless("..")).isNull();
    assertThat(FileNames.harmless("a\r\nSet-Cookie: b\".pdf")).isEqualTo("aSet-Cookie b.pdf");
    assertThat(FileNames.harmless("file:///etc/passwd%00.png")).isEqualTo("passwd00.png");
  }

  @Test
  void turnsNoNameAround() {
    assertThat(FileNames.harmless("photo\u202egpj.exe")).isEqualTo("photogpj.exe");
  }

  @Test
  void shortensTheMiddleAndKeepsTheEnding() {
    assertThat(FileNames.harmless("ا".repeat(500) + ".pdf")).hasSize(120).endsWith("ا.pdf");
  }

  @Test
  void writesANameForEveryReader() {
    assertThat(FileNames.attachment("قائمة.pdf", "application/pdf"))
        .isEqualTo(
            "attachment; filename=\"_____.pdf\"; filename*=UTF-8''%D9%82%D8%A7%D8%A6%D9%85%D8%A9.pdf");
    assertThat(FileNames.attachment(null, "image/jpeg"))
        .isEqualTo("attachment; filename=\"file.jpg\"; filename*=UTF-8''file.jpg");
  }

  @Property
  void neitherPathNorHeaderIsLeftInAnyName(@ForAll String name) {
    String harmless = FileNames.harmless(name);

    assertThat(FileNames.attachment(harmless, "image/png")).matches("[ -~]+");
    if (harmless != null) {
      assertThat(harmless).doesNotContain("/", "\\", "\"", "\0", "\n", "\r").doesNotStartWith(".");
      assertThat(FileNames.harmless(harmless)).isEqualTo(harmless);
    }
  }
}
