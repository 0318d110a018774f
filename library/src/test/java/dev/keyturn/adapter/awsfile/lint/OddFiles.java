package dev.keyturn.adapter.awsfile.lint;

import java.util.List;
import java.util.Random;

/** Random files of lines that the two dialects are likely to read differently. */
final class OddFiles {

  private static final List<String> HEADERS =
      List.of(
          "[default]",
          "[profile default]",
          "[profile a]",
          "[profile a]",
          "[profile b]",
          "[profile  b]",
          "[profile\tb]",
          "[profile \"a\"]",
          "[profile 'a b']",
          "[profile a b]",
          "[profile a\\b]",
          "[profile \"a]",
          "[profilea b]",
          "[profiles]",
          "[profile]",
          "[a]",
          "[a]",
          "[ a ]",
          "[a b]",
          "[ profile a ]",
          "[ default ]",
          "[DEFAULT]",
          "[]",
          "[]]",
          "[ ]",
          "[sso-session a]",
          "[sso-session 'a']",
          "[services a]",
          "[plugins]",
          "[profile a] # c",
          "[profile a];c",
          "[profile a] # [b]",
          "[profile a] x",
          "[profile a#b]",
          "[profile a!b]",
          "[profile \u00e9]",
          "[profile a\u00a0]",
          "[profile a",
          " [profile a]",
          "\u00a0[profile a]");

  private static final List<String> PROPERTIES =
      List.of(
          "region = x",
          "Region=y",
          "region : z",
          "region:x = z",
          "output = json # c",
          "output = json ;c",
          "output = json;c",
          "output=json\t#",
          "empty =",
          "empty = # c",
          "s3 =",
          "s3 = ",
          "s3 = # c",
          "a = b = c",
          "a b = c",
          "= v",
          ": v",
          "junk",
          "# c",
          ";c",
          "",
          " ",
          "\t",
          "\u00a0",
          "\u00a0region = x",
          "region\u00a0= x",
          "region = x\u00a0",
          "region = \u3000x",
          "region = x\u200b",
          "region = a\u000bb",
          "region = x\u000c",
          "credential_process = t \"a # b\"",
          "credential_process = t 'a' ;b",
          "in\u00e9 = v",
          "a\\b = c",
          "K = \u00e9\ud83d\ude02");

  private static final List<String> INDENTED =
      List.of(
          "  x = 1",
          "  x = 1",
          "\tx = 2 # c",
          "  y=3",
          "    y : 4",
          "  X = 5",
          "  junk",
          "  # c",
          "  # c = d",
          " ;c",
          "  = v",
          " [profile a]",
          "  [x] = y",
          "  x = a\u000by = b",
          "  x = a\u2028b",
          "  x = 1\u00a0",
          " \u00a0x = 1",
          "  ");

  private static final List<String> SOUND_HEADERS =
      List.of("[default]", "[profile a]", "[profile b]", "[sso-session a]");

  private static final List<String> SOUND_VALUES =
      List.of(" = x", "=y;z", " = a#b", " =", " = x\n  y", " =\n  x = 1", " = b\n# c", " = d\n");

  private static final List<String> ENDINGS = List.of("\n", "\n", "\n", "\r\n", "\r");

  private final Random random;

  OddFiles(long seed) {
    this.random = new Random(seed);
  }

  /** The next file; one of three has lines from everywhere, the others are nearly sound. */
  String next() {
    StringBuilder text = new StringBuilder();
    boolean wild = random.nextInt(3) == 0;
    String ending = any(ENDINGS);
    if (random.nextInt(20) == 0) {
      text.append('\uFEFF');
    }
    int sections = random.nextInt(4);
    for (int section = 0; section <= sections; section++) {
      if (section > 0 || !wild) {
        text.append(wild || isOdd() ? any(HEADERS) : SOUND_HEADERS.get(section)).append(ending);
      }
      for (int line = random.nextInt(5); line > 0; line--) {
        text.append(wild || isOdd() ? oddLine() : soundLine());
        text.append(random.nextInt(30) == 0 ? any(ENDINGS) : ending);
      }
    }
    return random.nextInt(4) == 0 ? text.toString().stripTrailing() : text.toString();
  }

  private boolean isOdd() {
    return random.nextInt(15) == 0;
  }

  private String oddLine() {
    return random.nextInt(3) == 0 ? any(INDENTED) : any(PROPERTIES);
  }

  private String soundLine() {
    return "k" + random.nextInt(1000) + any(SOUND_VALUES);
  }

  private String any(List<String> lines) {
    return lines.get(random.nextInt(lines.size()));
  }
}
