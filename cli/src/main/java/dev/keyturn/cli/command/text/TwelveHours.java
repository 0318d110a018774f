package dev.keyturn.cli.command.text;

import java.util.Map;
import java.util.Set;

/**
 * Whether the 12-hour clock is usual in the region of the locale (Unicode CLDR, "timeData", the
 * regions that prefer {@code h}). Java's own answer would need a module of ten megabytes.
 */
public final class TwelveHours {

  private static final Set<String> REGIONS =
      Set.of(
          "AE", "AG", "AS", "AU", "BB", "BD", "BH", "BM", "BN", "BS", "BT", "CA", "CO", "CY", "DJ",
          "DM", "DO", "EG", "ER", "ET", "FJ", "FM", "GD", "GH", "GM", "GR", "GU", "GY", "HK", "IN",
          "IQ", "JM", "JO", "KH", "KI", "KN", "KP", "KR", "KW", "KY", "LB", "LC", "LR", "LS", "LY",
          "MH", "MO", "MP", "MR", "MW", "MY", "NZ", "OM", "PA", "PG", "PH", "PK", "PR", "PS", "PW",
          "QA", "SA", "SB", "SD", "SG", "SL", "SO", "SS", "SY", "SZ", "TC", "TN", "TO", "TT", "TW",
          "UM", "US", "VC", "VE", "VG", "VI", "VU", "WS", "YE", "ZM");

  private TwelveHours() {}

  /** By {@code LC_ALL}, {@code LC_TIME} or {@code LANG}, the first of them that has a value. */
  public static boolean in(Map<String, String> environment) {
    for (String variable : new String[] {"LC_ALL", "LC_TIME", "LANG"}) {
      String locale = environment.getOrDefault(variable, "");
      if (!locale.isEmpty()) {
        return of(locale);
      }
    }
    return false;
  }

  /** As in {@code en_US.UTF-8} or {@code en-US}; French Canada uses the 24-hour clock. */
  public static boolean of(String locale) {
    int dot = locale.indexOf('.');
    String name = dot < 0 ? locale : locale.substring(0, dot);
    int region = Math.max(name.lastIndexOf('_'), name.lastIndexOf('-')) + 1;
    return region > 0
        && !name.startsWith("fr")
        && name.length() >= region + 2
        && REGIONS.contains(name.substring(region, region + 2));
  }
}
