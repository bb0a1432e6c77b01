package org.backshadow.notebook.rendering;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class HtmlTest {
  static List<String> hostile() {
    return Hostile.STRINGS;
  }

  @ParameterizedTest
  @MethodSource("hostile")
  void hostile_text_stays_text(String text) {
    String html = Html.escape(text);

    assertThat(html).doesNotContain("<", ">", "\"", "'", "`");
    assertThat(Hostile.complaint("<div>" + html + "</div>")).isEmpty();
  }

  @Test
  void entities_are_shown_as_they_were_written() {
    assertThat(Html.escape("a < b && c > \"d\" 'e'"))
        .isEqualTo("a &lt; b &amp;&amp; c &gt; &quot;d&quot; &#39;e&#39;");
    assertThat(Html.escape("&lt;")).isEqualTo("&amp;lt;");
  }

  @Test
  void ordinary_text_of_many_scripts_is_left_alone() {
    String text = "θ ⟨ψ|ρ|ψ⟩ ± Δ é 日本語 עברית हिन्दी 👩‍🔬";

    assertThat(Html.escape(text)).isEqualTo(text.replace(">", "&gt;"));
  }

  @Test
  void text_that_would_reorder_the_page_is_spelled_out() {
    assertThat(Html.escape("a\u202eb\u0000c\ud83dd")).isEqualTo("a\\u202eb\\u0000c\\ud83dd");
  }

  @Test
  void a_million_characters_are_cut_and_say_so() {
    assertThat(Html.escape("x".repeat(1_000_000)))
        .hasSizeLessThan(10_100)
        .endsWith("x… (1,000,000 characters)");
  }

  @Test
  void a_cut_never_splits_a_surrogate_pair() {
    assertThat(Html.escape("x".repeat(9_999) + "😀😀")).contains("x😀…").doesNotContain("\\ud83d");
  }
}
