package dev.keyturn.cli.command.mfa;

import dev.keyturn.cli.command.port.Output;
import dev.keyturn.domain.mfa.MfaDevice;
import dev.keyturn.domain.store.move.KeyInventory.Seed;
import dev.keyturn.domain.text.ShellCommand;
import java.util.List;
import java.util.function.Supplier;

/** The secret keys in stores of a device that a command removes. */
public final class LeftSeeds {

  private final Supplier<List<Seed>> seeds;
  private final Output output;

  /**
   * Takes its collaborators.
   *
   * @param seeds all known seeds, without opening a store
   */
  public LeftSeeds(Supplier<List<Seed>> seeds, Output output) {
    this.seeds = seeds;
    this.output = output;
  }

  /** Must be called while the files still name the device. */
  List<Seed> of(MfaDevice device) {
    return seeds.get().stream()
        .filter(seed -> seed.device().equals(device.serialNumber()))
        .filter(seed -> !Boolean.FALSE.equals(seed.present()))
        .toList();
  }

  /** Reports their places and how to remove them, because AWS no longer accepts their codes. */
  void print(List<Seed> left) {
    for (Seed seed : left) {
      output.error(
          "the secret key of "
              + seed.device()
              + " is still in "
              + seed.place()
              + "; to remove it: "
              + line(seed));
    }
  }

  private static String line(Seed seed) {
    String profile = seed.section();
    return profile == null
        ? ShellCommand.of(
            "keyturn", "store", "remove-seed", "--device", seed.device(), "--from", seed.place())
        : ShellCommand.of("keyturn", "store", "remove-seed", profile, "--device", seed.device());
  }
}
