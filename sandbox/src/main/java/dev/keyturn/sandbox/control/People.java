package dev.keyturn.sandbox.control;

import dev.keyturn.sandbox.mfa.CodeCheck;
import dev.keyturn.sandbox.state.Account;
import dev.keyturn.sandbox.state.State;
import dev.keyturn.sandbox.state.identity.MfaDevice;
import dev.keyturn.sandbox.state.identity.User;
import dev.keyturn.sandbox.statefile.type.StateFileException;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The users and MFA devices of all accounts, as a person names them. Guarded by the state's lock.
 */
record People(State state) {

  /**
   * The codes of a device.
   *
   * @param name a serial number, or the name of a user
   * @throws StateFileException when there is no such device, or nobody can know its codes
   */
  CodeCheck codes(String name) {
    for (Account account : state.accounts()) {
      List<MfaDevice> devices = named(account, name);
      if (devices != null) {
        return devices.stream()
            .flatMap(device -> Stream.ofNullable(device.codes()))
            .findFirst()
            .orElseThrow(() ->
                new StateFileException(
                    devices.isEmpty()
                        ? "user " + name + " has no MFA device"
                        : "the codes of " + name + " are unknown: its device has no seed"));
      }
    }
    throw new StateFileException(
        "no user or MFA device " + name + "; users: " + String.join(", ", users()));
  }

  /** The device with this serial number, or the user's; null where there is neither. */
  private static @Nullable List<MfaDevice> named(Account account, String name) {
    MfaDevice device = account.device(name);
    if (device != null) {
      return List.of(device);
    }
    User user = account.user(name);
    return user == null ? null : account.devicesOf(user);
  }

  /**
   * The user of this name in the first account that has one.
   *
   * @throws StateFileException when no account has
   */
  User user(String name) {
    return state.accounts().stream()
        .flatMap(account -> Stream.ofNullable(account.user(name)))
        .findFirst()
        .orElseThrow(() ->
            new StateFileException("no user " + name + "; users: " + String.join(", ", users())));
  }

  private List<String> users() {
    return state.accounts().stream()
        .flatMap(account -> account.users().stream())
        .map(User::name)
        .toList();
  }
}
