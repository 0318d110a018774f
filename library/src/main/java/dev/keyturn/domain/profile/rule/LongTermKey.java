package dev.keyturn.domain.profile.rule;

import dev.keyturn.domain.failure.FailureException;
import dev.keyturn.domain.profile.file.AwsConfiguration;
import dev.keyturn.domain.profile.file.ProfileSetting;
import dev.keyturn.domain.profile.file.Section;
import dev.keyturn.domain.profile.file.Setting;
import dev.keyturn.domain.profile.plan.Layout;
import dev.keyturn.domain.profile.plan.SessionPlan.Base;
import dev.keyturn.domain.profile.plan.Suffixes;
import dev.keyturn.domain.store.StorePlace;
import dev.keyturn.domain.text.ShellCommand;
import java.util.Optional;

/**
 * The long-term key of a section: the one that it contains, else the one in the store that it
 * names. The first takes precedence because AWS tools use it.
 */
sealed interface LongTermKey {

  /** The section. */
  Section section();

  /**
   * The base of sessions, its settings recorded as used.
   *
   * @throws dev.keyturn.domain.failure.FailureException {@code ProfileFailure.Bad} when its id or
   *     secret is missing
   */
  Base base(Findings findings);

  /** The key of {@code section}, complete or not. */
  static Optional<LongTermKey> of(Section section) {
    StaticKeys keys = StaticKeys.of(section);
    return keys.longTerm() ? Optional.of(new Contained(keys)) : Stored.in(section).map(key -> key);
  }

  /** Whether {@code section} has one. */
  static boolean isIn(Section section) {
    return of(section).isPresent();
  }

  /**
   * A key in the section itself.
   *
   * @param keys the keys of the section
   */
  record Contained(StaticKeys keys) implements LongTermKey {

    @Override
    public Section section() {
      return keys.section();
    }

    @Override
    public Base base(Findings findings) {
      Stored.in(section()).ifPresent(stored -> stored.warnOfKeysInFile(findings));
      return new Base.Keys(section().name(), keys.complete(findings));
    }
  }

  /**
   * The long-term key of a section that names a store.
   *
   * @param section the section
   * @param place the setting that names the store
   */
  record Stored(Section section, Setting place) implements LongTermKey {

    private static final String STORE = ProfileSetting.KEYTURN_STORE.label();
    private static final String ID = ProfileSetting.KEYTURN_ACCESS_KEY_ID.label();

    /** The key of {@code section}, if it names a store. */
    static Optional<Stored> in(Section section) {
      return section.filled(STORE).map(place -> new Stored(section, place));
    }

    @Override
    public Base base(Findings findings) {
      findings.use(place);
      StorePlace where = parse();
      Setting id = section.filled(ID).orElseThrow(this::unknownKey);
      return new Base.Store(section.name(), where, findings.use(id));
    }

    /** This is the state after an interrupted move, or after {@code aws configure}. */
    void warnOfKeysInFile(Findings findings) {
      findings.warn(
          "keys-in-two-places",
          "profile '"
              + section.name()
              + "' has a key in the AWS files, but its store is "
              + place.value()
              + "; using the key in the files",
          place.origin());
    }

    private StorePlace parse() {
      try {
        return StorePlace.parse(place.value());
      } catch (FailureException e) {
        throw ProfileProblem.of(
            section,
            "has a " + STORE + " that Keyturn does not know: " + e.failure().message(),
            place.origin(),
            e.failure().hint());
      }
    }

    private FailureException unknownKey() {
      return ProfileProblem.of(
          section,
          "has " + STORE + " but no " + ID,
          place.origin(),
          ShellCommand.of("keyturn", "store", "list"));
    }
  }

  /**
   * Long-term keys in a separate section, linked to their profile by name.
   *
   * @param layout the layout
   * @param keys the keys
   */
  record Suffixed(Layout layout, LongTermKey keys) {

    /**
     * The keys of {@code profile}: those of the -long-term layout, else those of the -default
     * layout.
     */
    static Optional<Suffixed> of(AwsConfiguration files, Suffixes suffixes, String profile) {
      return in(files, profile + suffixes.longTerm(), Layout.LONG_TERM_SUFFIX)
          .or(() -> in(files, profile + Suffixes.DEFAULT, Layout.DEFAULT_SUFFIX));
    }

    private static Optional<Suffixed> in(AwsConfiguration files, String section, Layout layout) {
      return files
          .profile(section)
          .flatMap(LongTermKey::of)
          .map(keys -> new Suffixed(layout, keys));
    }
  }
}
