/// Orders: placed once out of a confirmed cart, then moved by the table of transitions only.
@NullMarked
package com.crmres.server.ordering;

import org.jspecify.annotations.NullMarked;
