package dev.keyturn.cli.adapter.loopback;

/** A form in which credentials are served. Called by many threads at once. */
interface ServedForm {

  /** Whether the request is for this form, by its path. */
  boolean takes(Call call);

  /** The answer. */
  Reply answer(Call call);
}
