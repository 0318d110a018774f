package dev.keyturn.sandbox.policy;

enum Effect {
  ALLOW,
  DENY
}
