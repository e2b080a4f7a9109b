package com.crmres.server.restaurant.place;

/// A place on earth, in degrees.
public record Spot(double latitude, double longitude) {

  private static final double SOUTH = 15.5;
  private static final double NORTH = 32.8;
  private static final double WEST = 34.0;
  private static final double EAST = 56.0;

  /// Whether it can lie in Saudi Arabia: a generous box, for it must only find out slips of the
  /// pen, as longitude and latitude the wrong way round.
  public boolean isInSaudiArabia() {
    return latitude >= SOUTH && latitude <= NORTH && longitude >= WEST && longitude <= EAST;
  }
}
