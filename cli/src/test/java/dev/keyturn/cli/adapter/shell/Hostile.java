package dev.keyturn.cli.adapter.shell;

import dev.keyturn.cli.command.port.EnvironmentChange;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Random;

/** Values that somebody could put into a file, and the changes that they make. */
final class Hostile {

  /** The variable that hostile values would set, were any of their bytes run. */
  static final String TRACE = "PWNED";

  static final List<String> VALUES =
      List.of(
          "wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY",
          "'; export PWNED=1; '",
          "\"; export PWNED=1; \"",
          "$(export PWNED=1)`export PWNED=1`",
          "a'b''c'''",
          "'",
          "\\",
          "\\'",
          "\\\\'\\",
          "a\\nb\\tc",
          "  blanks at both ends  ",
          "#hash #not a comment",
          "~ * ? [a-z] {a,b} $HOME ${HOME} $1 !! !1 %PATH% %% ^ ^^ & && | || < > ( ) ;",
          "x\" & set PWNED=1 & rem \"",
          "x\"^& set PWNED=1",
          "'; $Env:PWNED = 1; '",
          "\u2018; $Env:PWNED = 1; \u2019",
          "\u201a\u201b\u201c\u201d\u201e",
          "josé naïve ü 日本 \ud83d\ude00",
          "=equals=",
          "-n",
          "a\tb");

  private Hostile() {}

  /** The values above, and others made of the characters that shells care about. */
  static List<String> values(int more) {
    List<String> values = new ArrayList<>(VALUES);
    Random random = new Random(20261121);
    String characters = "'\"`\\$(){}[]<>|&;!#%^~*? \t=+/-@:,.aZ0\u2019é";
    for (int i = 0; i < more; i++) {
      StringBuilder value = new StringBuilder();
      for (int length = 1 + random.nextInt(12); length > 0; length--) {
        value.append(characters.charAt(random.nextInt(characters.length())));
      }
      values.add(value.toString());
    }
    return values;
  }

  static String name(int index) {
    return "VALUE_" + index;
  }

  /** Sets VALUE_0, VALUE_1 and so on; unsets OLD. */
  static EnvironmentChange change(List<String> values) {
    LinkedHashMap<String, String> set = new LinkedHashMap<>();
    for (int i = 0; i < values.size(); i++) {
      set.put(name(i), values.get(i));
    }
    return new EnvironmentChange(set, List.of("OLD", "NEVER_SET"));
  }
}
