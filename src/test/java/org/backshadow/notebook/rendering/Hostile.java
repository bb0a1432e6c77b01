package org.backshadow.notebook.rendering;

import java.util.List;
import java.util.regex.Pattern;

/** Strings that try to escape from where they are shown, and how to tell that one did. */
final class Hostile {
  static final List<String> STRINGS =
      List.of(
          "<script>alert(1)</script>",
          "<SCRIPT SRC=//evil.example/x.js></SCRIPT>",
          "<img src=x onerror=alert(1)>",
          "<svg onload=alert(1)>",
          "</svg><script>alert(1)</script>",
          "</td></tr></table><script>alert(1)</script>",
          "</caption><iframe src='//evil.example'>",
          "</progress><body onload=alert(1)>",
          "\" onmouseover=\"alert(1)",
          "' onfocus='alert(1)' autofocus='",
          "` onclick=`alert(1)",
          "\"><a href=\"javascript:alert(1)\">x</a>",
          "<style>*{display:none}</style>",
          "<link rel=stylesheet href=//evil.example/x.css>",
          "<base href=//evil.example/>",
          "<meta http-equiv=refresh content=0;url=//evil.example>",
          "<object data=//evil.example>",
          "<embed src=//evil.example>",
          "<math><mi xlink:href=\"data:x,<script>alert(1)</script>\">",
          "<![CDATA[<script>alert(1)</script>]]>",
          "<!--<script>alert(1)</script>-->",
          "--><script>alert(1)</script>",
          "]]><script>alert(1)</script>",
          "<?xml version=\"1.0\"?><!DOCTYPE x [<!ENTITY e SYSTEM \"file:///etc/passwd\">]>&e;",
          "&lt;script&gt;alert(1)&lt;/script&gt;",
          "&#60;script&#62;",
          "&amp;&nbsp;&\u0000;",
          "$\\href{javascript:alert(1)}{x}$",
          "\\(\\require{html}\\style{position:fixed}{x}\\)",
          "a\u202ecba\u202c and \u2066isolated\u2069",
          "\u200e\u200f\u061c marks",
          "\ufeffbyte order mark",
          "\u001b[31mred\u001b[0m\u0007",
          "\u0000\u0001\u007f\u0080\u009f",
          "half \ud83d pair \ude00 swapped \ude00\ud83d",
          "line\nbreak\r\nand\u2028separators\u2029\tand tab",
          "%s%n%1$999999999s{0}${x}#{y}",
          "",
          "   ",
          "x".repeat(1_000_000),
          "<".repeat(1_000_000));

  private static final Pattern TAG = Pattern.compile("<(/?[a-z]+)((?: [a-z-]+=\"[^\"<>]*\")*)>");
  private static final List<String> TAGS =
      List.of("div", "table", "caption", "thead", "tbody", "tr", "th", "td", "progress", "img");
  private static final List<String> ATTRIBUTES =
      List.of("class", "style", "rowspan", "value", "max", "alt", "width", "src");

  private Hostile() {}

  /** What is wrong with the HTML; empty if it is made of our own tags and attributes alone. */
  static String complaint(String html) {
    String rest = TAG.matcher(html).replaceAll("");
    if (rest.contains("<") || rest.contains(">")) return "a tag that is not ours";
    var tags = TAG.matcher(html);
    while (tags.find()) {
      String name = tags.group(1).replace("/", "");
      if (!TAGS.contains(name)) return "a foreign element: " + name;
      for (String attribute : tags.group(2).strip().split(" (?=[a-z-]+=\")")) {
        String key = attribute.replaceFirst("=.*", "");
        if (!key.isEmpty() && !ATTRIBUTES.contains(key)) return "a foreign attribute: " + key;
        if (key.equals("src")
            && !attribute.matches("src=\"data:image/(png|svg\\+xml);base64,[^\"]*\""))
          return "a picture from elsewhere";
        if (attribute.startsWith("alt=")) continue;
        if (attribute.contains("://") || attribute.contains("url(")) return "an external address";
      }
    }
    return control(html);
  }

  private static String control(String text) {
    return text.codePoints()
        .filter(c -> c != '\n' && c != '\t')
        .filter(
            c ->
                Character.isISOControl(c)
                    || Character.getType(c) == Character.SURROGATE
                    || (c >= 0x202a && c <= 0x202e)
                    || (c >= 0x2066 && c <= 0x2069))
        .mapToObj(c -> "a control character: " + Integer.toHexString(c))
        .findFirst()
        .orElse("");
  }
}
