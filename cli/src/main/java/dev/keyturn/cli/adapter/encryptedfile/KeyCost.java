package dev.keyturn.cli.adapter.encryptedfile;

/**
 * What a guess of the passphrase costs: the parameters of Argon2id.
 *
 * @param memory in KiB
 * @param passes how often the memory is filled
 * @param lanes how many parts of it could be filled at once
 */
record KeyCost(int memory, int passes, int lanes) {

  /** The second recommended option of RFC 9106, section 4, for less than 2 GiB of memory. */
  static final KeyCost RECOMMENDED = new KeyCost(64 << 10, 3, 4);

  private static final int MOST_MEMORY = 1 << 20;
  private static final int KIB = 1 << 10;

  /** In KiB: what Java needs beside the memory of Argon2id. */
  private static final int OF_JAVA = 24 * KIB;

  private static final int MOST_PASSES = 64;
  private static final int MOST_LANES = 64;

  /** Whether it can be paid: a file must not make its reader run out of memory or time. */
  boolean isBearable() {
    return passes >= 1
        && passes <= MOST_PASSES
        && lanes >= 1
        && lanes <= MOST_LANES
        && memory >= 8 * lanes
        && memory <= MOST_MEMORY;
  }

  /** The least heap that it can be paid with, in MiB; the blocks of Argon2id are objects. */
  int heap() {
    return (memory + memory / 8 + OF_JAVA) / KIB;
  }
}
