package com.crmres.desktop.habit;

/// Where the window stood when it was last moved.
public record WindowPlace(double x, double y, double width, double height, boolean maximised) {}
