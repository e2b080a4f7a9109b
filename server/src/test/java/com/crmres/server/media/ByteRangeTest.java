package com.crmres.server.media;

import static org.assertj.core.api.Assertions.assertThat;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ByteRangeTest {

  @Test
  void readsOneRangeInAllItsForms() {
    assertThat(range("bytes=0-0")).isEqualTo(new ByteRange.Part(0, 0));
    assertThat(range("bytes=10-")).isEqualTo(new ByteRange.Part(10, 99));
    assertThat(range("bytes=10-5000")).isEqualTo(new ByteRange.Part(10, 99));
    assertThat(range("bytes=-10")).isEqualTo(new ByteRange.Part(90, 99));
    assertThat(range("bytes=-5000")).isEqualTo(new ByteRange.Part(0, 99));
  }

  @Test
  void givesTheWholeWhereNoOneRangeIsAskedFor() {
    assertThat(range(null)).isEqualTo(new ByteRange.Whole());
    assertThat(range("bytes=0-1,5-9")).isEqualTo(new ByteRange.Whole());
    assertThat(range("bytes=-")).isEqualTo(new ByteRange.Whole());
    assertThat(range("bytes=9-5")).isEqualTo(new ByteRange.Whole());
    assertThat(range("lines=1-2")).isEqualTo(new ByteRange.Whole());
    assertThat(range("bytes=99999999999999999999-")).isEqualTo(new ByteRange.Whole());
  }

  @Test
  void refusesWhatLiesBehindTheEnd() {
    assertThat(range("bytes=100-")).isEqualTo(new ByteRange.Outside());
    assertThat(range("bytes=-0")).isEqualTo(new ByteRange.Outside());
  }

  private static ByteRange range(@Nullable String header) {
    return ByteRange.of(header, 100);
  }
}
