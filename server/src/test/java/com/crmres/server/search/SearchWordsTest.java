package com.crmres.server.search;

import static org.assertj.core.api.Assertions.assertThat;

import com.crmres.common.search.SearchHit.Mark;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SearchWordsTest {

  @ParameterizedTest
  @CsvSource({
    "أحمد, احمد",
    "إلى, الي",
    "قهوة, قهوه",
    "مُحَمَّد, محمد",
    "شـــاورما, شاورما",
    "٠٥٠٣, 0503",
    "۴۵, 45",
    "SHAWARMA, shawarma",
    "شيء, شيء",
    "ﻻ, لا"
  })
  void lettersThatPeopleMixUpAreOne(String written, String form) {
    assertThat(SearchWords.form(written)).isEqualTo(form);
  }

  @Test
  void theArticleAndALeadingAndMayBeLeftOut() {
    assertThat(SearchWords.forms("الشاورما")).containsExactly("الشاورما", "شاورما");
    assertThat(SearchWords.forms("وبطاطس")).containsExactly("وبطاطس", "بطاطس");
    assertThat(SearchWords.forms("للبيت")).contains("بيت");
    assertThat(SearchWords.forms("ولد")).containsExactly("ولد");
  }

  @Test
  void whatWasSearchedForIsMarkedWhereItStandsInTheOriginal() {
    String text = "أبغى 2 شـاورما، والبطاطس كبيره";

    assertThat(SearchWords.marks(text, SearchWords.wanted("شاورما بطاطس")))
        .extracting(mark -> text.substring(mark.start(), mark.start() + mark.length()))
        .containsExactly("شـاورما", "والبطاطس");
    assertThat(SearchWords.marks("no onions", SearchWords.wanted("onion")))
        .containsExactly(new Mark(3, 6));
  }

  @Test
  void theSameWordTwiceIsSearchedForOnce() {
    assertThat(SearchWords.wanted("قهوة  قهوه!")).hasSize(1);
    assertThat(SearchWords.wanted(" ،؟ ")).isEqualTo(List.of());
  }
}
