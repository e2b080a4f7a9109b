/// What the kitchen's screens and printers are told, and what they ask.
@NullMarked
package com.crmres.common.kitchen;

import org.jspecify.annotations.NullMarked;
