package com.crmres.simulator.demo;

/// What the server shares with the simulated WhatsApp and OpenRouter for one run.
record Secrets(
    String appSecret,
    String verifyToken,
    String accessToken,
    String modelKey,
    String staffPassword) {

  static Secrets with(String staffPassword) {
    return new Secrets(
        StaffPassword.random(24),
        StaffPassword.random(12),
        StaffPassword.random(24),
        "sk-or-v1-" + StaffPassword.random(24),
        staffPassword);
  }

  @Override
  public String toString() {
    return "Secrets[***]";
  }
}
