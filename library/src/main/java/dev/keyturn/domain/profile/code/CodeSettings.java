package dev.keyturn.domain.profile.code;

import dev.keyturn.domain.store.StorePlace;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where the MFA codes of a profile come from, when none is given with the command.
 *
 * @param chosen the origins that were chosen, in order; null for all in their usual order
 * @param process the command line of {@code mfa_process}; null for none
 * @param seedPlace where the seed of the device is kept; null where it is not
 * @param ykmanAccount what the device is called on a YubiKey; null where no setting says it
 * @param showsDigits whether digits are shown as they are typed
 */
public record CodeSettings(
    @Nullable List<CodeOrigin> chosen,
    @Nullable String process,
    @Nullable StorePlace seedPlace,
    @Nullable String ykmanAccount,
    boolean showsDigits) {

  /** What counts where nothing is said. */
  public static final CodeSettings NONE = new CodeSettings(null, null, null, null, false);

  /**
   * The origins to try, the first one first. A YubiKey is asked only where a setting names an
   * account on it or somebody chose it: most people have none, and to look for one takes time.
   */
  public List<CodeOrigin> origins() {
    List<CodeOrigin> origins = new ArrayList<>();
    for (CodeOrigin origin : chosen == null ? List.of(CodeOrigin.values()) : chosen) {
      if (isSetUp(origin)) {
        origins.add(origin);
      }
    }
    return origins;
  }

  private boolean isSetUp(CodeOrigin origin) {
    return switch (origin) {
      case PROCESS -> process != null;
      case SEED -> seedPlace != null;
      case YKMAN -> ykmanAccount != null || chosen != null;
      case TERMINAL, GUI -> true;
    };
  }

  /** Whether a code can be had at any time, without a person, who alone opens a locked place. */
  public boolean disturbsNobody() {
    List<CodeOrigin> origins = origins();
    if (origins.isEmpty()) {
      return false;
    }
    return switch (origins.get(0)) {
      case PROCESS -> true;
      case SEED, YKMAN, TERMINAL, GUI -> false;
    };
  }
}
