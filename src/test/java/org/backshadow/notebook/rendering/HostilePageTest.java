package org.backshadow.notebook.rendering;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Hostile labels in a real browser, whose reading of a page is what counts. Left out where no
 * Chromium is found.
 */
@Tag("full")
class HostilePageTest {
  /** Runs before anything else on the page. */
  private static final String BEFORE =
      """
      <!doctype html><html><head><meta charset="utf-8"><title>own</title><script>
      window.ran = [];
      window.alert = () => window.ran.push('alert');
      </script></head><body>
      """;

  /** What the page has become, found by walking through it. */
  private static final String AFTER =
      """
      <script>
      window.addEventListener('load', () => setTimeout(() => {
        const wrong = [...window.ran];
        for (const element of document.querySelectorAll('section *')) {
          for (const attribute of element.attributes) {
            if (attribute.name.startsWith('on')) wrong.push('handler ' + attribute.name);
            if (['src', 'href', 'data', 'xlink:href', 'action'].includes(attribute.name)
                && !attribute.value.startsWith('data:image/')) wrong.push('address');
          }
        }
        for (const name of ['script', 'style', 'link', 'iframe', 'object', 'embed', 'form']) {
          const found = document.querySelectorAll('section ' + name).length;
          if (found) wrong.push(found + ' ' + name);
        }
        for (const section of document.querySelectorAll('section')) {
          if (section.parentElement !== document.body) wrong.push('moved section');
          if (!section.querySelector(':scope > u:last-child')) wrong.push('open section');
        }
        for (const entry of performance.getEntriesByType('resource')) {
          if (!entry.name.startsWith('data:')) wrong.push('fetched ' + entry.name);
        }
        if (document.title !== 'own') wrong.push('title');
        const sections = document.querySelectorAll('section').length;
        document.body.innerHTML = '';
        document.body.append('FOUND ' + sections + ': ' + wrong.join(', ') + ' END');
      }, 200));
      </script></body></html>
      """;

  private static final Pattern FOUND = Pattern.compile("FOUND (\\d+): (.*) END", Pattern.DOTALL);
  private static final Pattern PICTURE = Pattern.compile("data:image/png;base64,[^\"]*");
  private static final String DOT =
      "data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChw"
          + "GA60e6kgAAAABJRU5ErkJggg==";

  private final Renderings renderings = Renderings.builtIn();
  private String browser;
  @TempDir private Path folder;

  @BeforeEach
  void find() {
    Optional<String> found =
        Arrays.stream(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator))
            .flatMap(
                p ->
                    List.of("chromium", "chromium-browser", "google-chrome").stream()
                        .map(Path.of(p)::resolve))
            .filter(Files::isExecutable)
            .map(Path::toString)
            .findFirst();
    assumeThat(found).as("no Chromium on this machine").isPresent();
    browser = found.orElseThrow();
  }

  @Test
  void labels_run_nothing_and_fetch_nothing() throws Exception {
    var outputs = new ArrayList<String>();
    for (String label : Hostile.STRINGS) {
      for (Object value : Samples.of(label)) {
        Object html = renderings.bundle(value).get("text/html");
        if (html != null) {
          outputs.add(PICTURE.matcher((String) html).replaceAll(DOT));
        }
      }
    }

    Matcher found = open(outputs);

    assertThat(Integer.parseInt(found.group(1))).isEqualTo(outputs.size()).isGreaterThan(1000);
    assertThat(found.group(2)).isEmpty();
  }

  @Test
  void a_label_that_is_not_escaped_is_noticed() throws Exception {
    for (String raw :
        List.of(
            "<script>alert(1)</script>",
            "<img src=x onerror=alert(1)>",
            "<svg onload=alert(1)>",
            "<style>*{display:none}</style>",
            "</section><p>",
            "<iframe srcdoc='x'></iframe>",
            "<a href='javascript:alert(1)'>x</a>")) {
      assertThat(open(List.of(raw)).group(2)).as(raw).isNotEmpty();
    }
  }

  /** What the browser makes of a page with these outputs: their number, and what is wrong. */
  private Matcher open(List<String> outputs) throws IOException, InterruptedException {
    var page = new StringBuilder(BEFORE);
    for (String html : outputs) {
      page.append("<section>").append(html).append("<u></u></section>\n");
    }
    Path file = folder.resolve("page.html");
    Path dom = folder.resolve("dom.html");
    Files.writeString(file, page.append(AFTER), StandardCharsets.UTF_8);
    Process process =
        new ProcessBuilder(
                browser,
                "--headless",
                "--no-sandbox",
                "--disable-gpu",
                "--no-first-run",
                "--disable-background-networking",
                "--disable-component-update",
                "--disable-sync",
                "--user-data-dir=" + folder.resolve("profile"),
                "--virtual-time-budget=60000",
                "--dump-dom",
                file.toUri().toString())
            .redirectOutput(dom.toFile())
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    assertThat(process.waitFor(4, TimeUnit.MINUTES)).as("the browser ends").isTrue();
    Matcher found = FOUND.matcher(Files.readString(dom, StandardCharsets.UTF_8));
    assertThat(found.find()).as("the page was walked through").isTrue();
    return found;
  }
}
