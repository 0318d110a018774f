package dev.keyturn.domain.profile.code;

import dev.keyturn.domain.store.StorePlace;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The sources of a profile's MFA codes that were not given with the command.
 *
 * @param chosen the origins that were chosen, in order; null for all in their usual order
 * @param process the command line of {@code mfa_process}; null for none
 * @param seedPlace where the seed of the device is kept; null if it is not stored
 * @param ykmanAccount the account name of the device on a YubiKey; null if not set
 * @param showsDigits whether digits are shown as they are typed
 */
public record CodeSettings(
    @Nullable List<CodeOrigin> chosen,
    @Nullable String process,
    @Nullable StorePlace seedPlace,
    @Nullable String ykmanAccount,
    boolean showsDigits) {

  /** The default settings. */
  public static final CodeSettings NONE = new CodeSettings(null, null, null, null, false);

  /**
   * The origins to try, in order. A YubiKey is tried only if a setting names an account on it or
   * the user chose it: most people have none, and looking for one takes time.
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

  /**
   * Whether a code is available at any time without a person. A locked store needs a person to open
   * it.
   */
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
