# Mirrors the picture and lets the mirror image show wherever the original is empty.
def solve_complete_butterfly(I):
    x1 = vmirror(I)
    x2 = asobject(x1)
    O = underpaint(I, x2)
    return O


# Adds the sail after a quarter turn, then both sails after a half turn.
def solve_spin_pinwheel(I):
    x1 = rot90(I)
    x2 = asobject(x1)
    x3 = underpaint(I, x2)
    x4 = rot180(x3)
    x5 = asobject(x4)
    O = underpaint(x3, x5)
    return O


# Takes the figure that equals its own left-right mirror image.
def solve_pick_symmetric(I):
    x1 = objects(I, F, T, T)
    x2 = fork(equality, identity, vmirror)
    x3 = extract(x1, x2)
    O = subgrid(x3, I)
    return O


# Parts the cards into upright and flat ones and mirrors each kind its own way.
def solve_flip_by_form(I):
    x1 = objects(I, F, F, T)
    x2 = sfilter(x1, portrait)
    x3 = difference(x1, x2)
    x4 = mapply(hmirror, x2)
    x5 = mapply(vmirror, x3)
    x6 = combine(x4, x5)
    O = paint(I, x6)
    return O


# Prints the image across the diagonal on the empty half.
def solve_fold_corner(I):
    x1 = cmirror(I)
    x2 = asobject(x1)
    O = underpaint(I, x2)
    return O


# Turns the upper half upside down, with dark blue for the sky.
def solve_lake_reflection(I):
    x1 = tophalf(I)
    x2 = hmirror(x1)
    x3 = replace(x2, EIGHT, ONE)
    O = vconcat(x1, x3)
    return O


# Builds a row of patch, mirror image, patch, and mirrors the row downwards in the same way.
def solve_mirror_quilt(I):
    x1 = vmirror(I)
    x2 = hconcat(I, x1)
    x3 = hconcat(x2, I)
    x4 = hmirror(x3)
    x5 = vconcat(x3, x4)
    O = vconcat(x5, x3)
    return O


# Shifts the ornament by every multiple of its width plus one.
def solve_continue_frieze(I):
    x1 = objects(I, F, T, T)
    x2 = first(x1)
    x3 = width(x2)
    x4 = increment(x3)
    x5 = width(I)
    x6 = interval(ZERO, x5, x4)
    x7 = apply(tojvec, x6)
    x8 = lbind(shift, x2)
    x9 = mapply(x8, x7)
    O = paint(I, x9)
    return O


# The shifted course starts with the right half of the brick and ends with the left one.
def solve_lay_bricks(I):
    x1 = hconcat(I, I)
    x2 = righthalf(I)
    x3 = lefthalf(I)
    x4 = hconcat(x2, I)
    x5 = hconcat(x4, x3)
    x6 = vconcat(x1, x5)
    O = vconcat(x6, x6)
    return O


# Makes a square of two by two tiles and lays it four times.
def solve_chequer_two(I):
    x1 = lefthalf(I)
    x2 = righthalf(I)
    x3 = hconcat(x2, x1)
    x4 = vconcat(I, x3)
    x5 = hconcat(x4, x4)
    O = vconcat(x5, x5)
    return O


# Multiplies the eight directions by the size of the figure and shifts a copy along each.
def solve_surround_with_copies(I):
    x1 = objects(I, F, T, T)
    x2 = first(x1)
    x3 = shape(x2)
    x4 = neighbors(ORIGIN)
    x5 = lbind(multiply, x3)
    x6 = apply(x5, x4)
    x7 = lbind(shift, x2)
    x8 = mapply(x7, x6)
    O = paint(I, x8)
    return O


# Exchanges the two colours and joins both versions crosswise.
def solve_negative_twin(I):
    x1 = palette(I)
    x2 = mostcolor(I)
    x3 = other(x1, x2)
    x4 = switch(I, x2, x3)
    x5 = hconcat(I, x4)
    x6 = hconcat(x4, I)
    O = vconcat(x5, x6)
    return O


# Magnifies by three and punches the middle of every block.
def solve_thread_beads(I):
    x1 = upscale(I, THREE)
    x2 = asindices(I)
    x3 = rbind(multiply, THREE)
    x4 = compose(increment, x3)
    x5 = apply(x4, x2)
    O = fill(x1, ZERO, x5)
    return O


# The narrowest object is one pixel of the original: its width is the factor.
def solve_shrink_blocks(I):
    x1 = objects(I, T, F, F)
    x2 = valmin(x1, width)
    O = downscale(I, x2)
    return O


# Counts the dots, wipes them away and magnifies what is left.
def solve_magnify_by_dots(I):
    x1 = colorcount(I, FIVE)
    x2 = replace(I, FIVE, ZERO)
    x3 = objects(x2, F, T, T)
    x4 = first(x3)
    x5 = subgrid(x4, x2)
    O = upscale(x5, x1)
    return O


# The direction of the bar chooses the function that stretches the rest.
def solve_stretch_by_bar(I):
    x1 = ofcolor(I, FIVE)
    x2 = asindices(I)
    x3 = difference(x2, x1)
    x4 = subgrid(x3, I)
    x5 = hline(x1)
    x6 = branch(x5, hupscale, vupscale)
    O = x6(x4, TWO)
    return O


# Wipes the objects away and paints them magnified, their top left corners in place.
def solve_grow_in_place(I):
    x1 = objects(I, T, F, T)
    x2 = rbind(upscale, TWO)
    x3 = mapply(x2, x1)
    x4 = merge(x1)
    x5 = cover(I, x4)
    O = paint(x5, x3)
    return O


# Drops repeated rows, then repeated columns.
def solve_flatten_plaid(I):
    x1 = dedupe(I)
    x2 = dmirror(x1)
    x3 = dedupe(x2)
    O = dmirror(x3)
    return O


# The frame is the object with the most room inside.
def solve_open_frame(I):
    x1 = objects(I, T, F, T)
    x2 = compose(size, delta)
    x3 = argmax(x1, x2)
    x4 = subgrid(x3, I)
    O = trim(x4)
    return O


# Cuts along the ring just inside the marks.
def solve_cut_at_marks(I):
    x1 = ofcolor(I, FOUR)
    x2 = inbox(x1)
    O = subgrid(x2, I)
    return O


# Removes every row and column of a single colour.
def solve_pull_wires(I):
    O = compress(I)
    return O


# Switches the lamp off and looks for the room that holds its cell.
def solve_find_lamp_room(I):
    x1 = ofcolor(I, FOUR)
    x2 = recolor(ZERO, x1)
    x3 = replace(I, FOUR, ZERO)
    x4 = objects(x3, T, F, F)
    x5 = rbind(intersection, x2)
    x6 = chain(positive, size, x5)
    x7 = extract(x4, x6)
    O = subgrid(x7, I)
    return O


# Trims twice.
def solve_peel_two_layers(I):
    x1 = power(trim, TWO)
    O = x1(I)
    return O


# Cuts out the object with the most colours.
def solve_most_colourful(I):
    x1 = objects(I, F, T, T)
    x2 = argmax(x1, numcolors)
    O = subgrid(x2, I)
    return O


# Covers all objects but the full squares.
def solve_keep_squares(I):
    x1 = objects(I, T, F, T)
    x2 = compose(flip, square)
    x3 = mfilter(x1, x2)
    O = cover(I, x3)
    return O


# Paints only the objects at the edge on an empty canvas.
def solve_keep_at_edge(I):
    x1 = objects(I, T, F, T)
    x2 = rbind(bordering, I)
    x3 = mfilter(x1, x2)
    x4 = mostcolor(I)
    x5 = shape(I)
    x6 = canvas(x4, x5)
    O = paint(x6, x3)
    return O


# Compares the forms without colour and place and takes the rarest.
def solve_odd_form_out(I):
    x1 = objects(I, T, F, T)
    x2 = compose(toindices, normalize)
    x3 = totuple(x1)
    x4 = apply(x2, x3)
    x5 = leastcommon(x4)
    x6 = matcher(x2, x5)
    x7 = extract(x1, x6)
    O = subgrid(x7, I)
    return O


# Finds the colour that most objects have and covers the objects of other colours.
def solve_keep_clan(I):
    x1 = objects(I, T, F, T)
    x2 = totuple(x1)
    x3 = apply(color, x2)
    x4 = mostcommon(x3)
    x5 = colorfilter(x1, x4)
    x6 = difference(x1, x5)
    x7 = merge(x6)
    O = cover(I, x7)
    return O


# Fills the object at the least distance from the lone cell with the colour of that cell.
def solve_nearest_to_star(I):
    x1 = objects(I, T, F, T)
    x2 = sizefilter(x1, ONE)
    x3 = first(x2)
    x4 = difference(x1, x2)
    x5 = rbind(manhattan, x3)
    x6 = argmin(x4, x5)
    x7 = color(x3)
    O = fill(I, x7, x6)
    return O


# Two properties at once: square, and red.
def solve_clear_red_squares(I):
    x1 = objects(I, T, F, T)
    x2 = matcher(color, TWO)
    x3 = fork(both, square, x2)
    x4 = mfilter(x1, x3)
    O = cover(I, x4)
    return O


# A canvas as large as the number of objects, with a diagonal shot through it.
def solve_tally_steps(I):
    x1 = objects(I, T, F, T)
    x2 = size(x1)
    x3 = astuple(x2, x2)
    x4 = canvas(ZERO, x3)
    x5 = leastcolor(I)
    x6 = shoot(ORIGIN, UNITY)
    O = fill(x4, x5, x6)
    return O


# Collects the colour of every object and takes the one met most often.
def solve_commonest_plate(I):
    x1 = objects(I, T, F, T)
    x2 = totuple(x1)
    x3 = apply(color, x2)
    x4 = mostcommon(x3)
    O = canvas(x4, THREE_BY_THREE)
    return O


# Repeats the figure once per dot and merges the copies into a column.
def solve_stack_by_dots(I):
    x1 = ofcolor(I, FIVE)
    x2 = size(x1)
    x3 = cover(I, x1)
    x4 = fgpartition(x3)
    x5 = merge(x4)
    x6 = subgrid(x5, x3)
    x7 = repeat(x6, x2)
    O = merge(x7)
    return O


# The difference of the two counts is the length of the row.
def solve_cancel_out(I):
    x1 = colorcount(I, TWO)
    x2 = colorcount(I, ONE)
    x3 = subtract(x1, x2)
    x4 = astuple(ONE, x3)
    O = canvas(TWO, x4)
    return O


# Compares the two counts and replaces the smaller party by empty seats.
def solve_outvoted(I):
    x1 = colorcount(I, ONE)
    x2 = colorcount(I, TWO)
    x3 = greater(x1, x2)
    x4 = branch(x3, TWO, ONE)
    x5 = branch(x3, ONE, TWO)
    x6 = replace(I, x4, FIVE)
    O = replace(x6, x5, THREE)
    return O


# Fills the object with the most cells and the one with the fewest.
def solve_largest_smallest(I):
    x1 = objects(I, T, F, T)
    x2 = argmax(x1, size)
    x3 = argmin(x1, size)
    x4 = fill(I, THREE, x2)
    O = fill(x4, TWO, x3)
    return O


# Fills every chain with orange, then those of even length with blue.
def solve_even_odd(I):
    x1 = objects(I, T, F, T)
    x2 = merge(x1)
    x3 = fill(I, SEVEN, x2)
    x4 = compose(even, size)
    x5 = mfilter(x1, x4)
    O = fill(x3, ONE, x5)
    return O


# Recolours every object with its own rarest colour.
def solve_seed_colour(I):
    x1 = objects(I, F, T, T)
    x2 = fork(recolor, leastcolor, identity)
    x3 = mapply(x2, x1)
    O = paint(I, x3)
    return O


# Reads the two colours of the legend, switches them and crops the two rows of the legend.
def solve_legend_swap(I):
    x1 = index(I, ORIGIN)
    x2 = index(I, RIGHT)
    x3 = switch(I, x1, x2)
    x4 = shape(I)
    x5 = subtract(x4, TWO_BY_ZERO)
    O = crop(x3, TWO_BY_ZERO, x5)
    return O


# Fills all objects that have a row in common with the leftmost one.
def solve_same_shelf(I):
    x1 = objects(I, T, F, T)
    x2 = argmin(x1, leftmost)
    x3 = rbind(hmatching, x2)
    x4 = mfilter(x1, x3)
    x5 = color(x2)
    O = fill(I, x5, x4)
    return O


# Fills the objects next to the red one.
def solve_catch_cold(I):
    x1 = ofcolor(I, TWO)
    x2 = objects(I, T, F, T)
    x3 = colorfilter(x2, EIGHT)
    x4 = lbind(adjacent, x1)
    x5 = mfilter(x3, x4)
    O = fill(I, TWO, x5)
    return O


# Cuts all corners off and marks all centres.
def solve_round_tables(I):
    x1 = objects(I, T, F, T)
    x2 = mapply(corners, x1)
    x3 = cover(I, x2)
    x4 = apply(center, x1)
    O = fill(x3, FOUR, x4)
    return O


# Fills the black regions that reach the edge.
def solve_flood_outside(I):
    x1 = objects(I, T, F, F)
    x2 = colorfilter(x1, ZERO)
    x3 = rbind(bordering, I)
    x4 = mfilter(x2, x3)
    O = fill(I, ONE, x4)
    return O


# Recolours the inside of every pot with the rarest colour found in its box.
def solve_fill_enclosed(I):
    x1 = objects(I, T, F, T)
    x2 = sizefilter(x1, ONE)
    x3 = difference(x1, x2)
    x4 = rbind(subgrid, I)
    x5 = compose(leastcolor, x4)
    x6 = fork(recolor, x5, delta)
    x7 = mapply(x6, x3)
    O = paint(I, x7)
    return O


# The number of missing cells is the new colour.
def solve_punched_tickets(I):
    x1 = objects(I, T, F, T)
    x2 = compose(size, delta)
    x3 = fork(recolor, x2, identity)
    x4 = mapply(x3, x1)
    O = paint(I, x4)
    return O


# Draws the box around the box around every object.
def solve_fence_with_moat(I):
    x1 = objects(I, T, F, T)
    x2 = compose(outbox, outbox)
    x3 = fork(recolor, color, x2)
    x4 = mapply(x3, x1)
    O = paint(I, x4)
    return O


# Fills the red cells that lie inside the net.
def solve_caught_inside(I):
    x1 = ofcolor(I, FIVE)
    x2 = delta(x1)
    x3 = ofcolor(I, TWO)
    x4 = intersection(x2, x3)
    O = fill(I, FOUR, x4)
    return O


# Takes the colour of the lone cell for the inner ring of every box.
def solve_inner_ring(I):
    x1 = objects(I, T, F, T)
    x2 = argmin(x1, size)
    x3 = color(x2)
    x4 = remove(x2, x1)
    x5 = mapply(inbox, x4)
    O = fill(I, x3, x5)
    return O


# Wipes the blocks away and paints the outline of each in its colour.
def solve_hollow_blocks(I):
    x1 = objects(I, T, F, T)
    x2 = fork(recolor, color, box)
    x3 = mapply(x2, x1)
    x4 = merge(x1)
    x5 = cover(I, x4)
    O = paint(x5, x3)
    return O


# Shoots red rays to the right, then blue rays downwards.
def solve_two_way_beams(I):
    x1 = ofcolor(I, TWO)
    x2 = rbind(shoot, RIGHT)
    x3 = mapply(x2, x1)
    x4 = fill(I, TWO, x3)
    x5 = ofcolor(I, ONE)
    x6 = rbind(shoot, DOWN)
    x7 = mapply(x6, x5)
    O = fill(x4, ONE, x7)
    return O


# Connects the opposite corners of what each colour spans.
def solve_join_pairs(I):
    x1 = fgpartition(I)
    x2 = fork(connect, ulcorner, lrcorner)
    x3 = fork(recolor, color, x2)
    x4 = mapply(x3, x1)
    O = paint(I, x4)
    return O


# Shoots rays of the rarest colour along the diagonals, beneath everything else.
def solve_starburst(I):
    x1 = leastcolor(I)
    x2 = ofcolor(I, x1)
    x3 = first(x2)
    x4 = lbind(shoot, x3)
    x5 = ineighbors(ORIGIN)
    x6 = mapply(x4, x5)
    O = underfill(I, x1, x6)
    return O


# Draws the columns, the rows, and what they have in common.
def solve_cross_hairs(I):
    x1 = ofcolor(I, TWO)
    x2 = ofcolor(I, ONE)
    x3 = mapply(vfrontier, x1)
    x4 = mapply(hfrontier, x2)
    x5 = fill(I, TWO, x3)
    x6 = fill(x5, ONE, x4)
    x7 = intersection(x3, x4)
    O = fill(x6, FOUR, x7)
    return O


# Connects every dot with the place where it would end if the wall drew it.
def solve_rays_to_wall(I):
    x1 = ofcolor(I, FIVE)
    x2 = objects(I, T, F, T)
    x3 = sizefilter(x2, ONE)
    x4 = rbind(gravitate, x1)
    x5 = fork(add, ulcorner, x4)
    x6 = fork(connect, ulcorner, x5)
    x7 = fork(recolor, color, x6)
    x8 = mapply(x7, x3)
    O = paint(I, x8)
    return O


# Lays the columns down as rows and lets the empty cells of each come first.
def solve_falling_sand(I):
    x1 = rot270(I)
    x2 = rbind(order, positive)
    x3 = apply(x2, x1)
    O = rot90(x3)
    return O


# Shifts every object to the right by its width.
def solve_slide_by_length(I):
    x1 = objects(I, T, F, T)
    x2 = compose(tojvec, width)
    x3 = fork(shift, identity, x2)
    x4 = mapply(x3, x1)
    x5 = merge(x1)
    x6 = cover(I, x5)
    O = paint(x6, x4)
    return O


# Lets every object gravitate to the grey one.
def solve_magnet(I):
    x1 = objects(I, T, F, T)
    x2 = colorfilter(x1, FIVE)
    x3 = first(x2)
    x4 = remove(x3, x1)
    x5 = rbind(gravitate, x3)
    x6 = fork(shift, identity, x5)
    x7 = mapply(x6, x4)
    x8 = merge(x4)
    x9 = cover(I, x8)
    O = paint(x9, x7)
    return O


# Moves the block by its size in the direction of the dot.
def solve_leap_to_dot(I):
    x1 = objects(I, T, F, T)
    x2 = argmax(x1, size)
    x3 = argmin(x1, size)
    x4 = position(x2, x3)
    x5 = shape(x2)
    x6 = multiply(x4, x5)
    O = move(I, x2, x6)
    return O


# Covers the objects of one cell.
def solve_remove_specks(I):
    x1 = objects(I, T, T, T)
    x2 = sizefilter(x1, ONE)
    x3 = merge(x2)
    O = cover(I, x3)
    return O


# Fills the box of every object with its main colour.
def solve_mend_blocks(I):
    x1 = objects(I, F, F, T)
    x2 = fork(recolor, mostcolor, backdrop)
    x3 = mapply(x2, x1)
    O = paint(I, x3)
    return O


# Marks the cells in which two prints differ and asks the third print about them.
def solve_majority_print(I):
    x1 = hsplit(I, THREE)
    x2 = first(x1)
    x3 = last(x1)
    x4 = remove(x2, x1)
    x5 = first(x4)
    x6 = cellwise(x2, x3, TEN)
    x7 = ofcolor(x6, TEN)
    x8 = toobject(x7, x5)
    O = paint(x6, x8)
    return O


# Repeats the commonest colour of each row over its whole width.
def solve_clean_stripes(I):
    x1 = width(I)
    x2 = rbind(repeat, x1)
    x3 = compose(x2, mostcommon)
    O = apply(x3, I)
    return O


# Paints the coloured cells of the left half on the right half.
def solve_lay_over(I):
    x1 = lefthalf(I)
    x2 = righthalf(I)
    x3 = asobject(x1)
    x4 = compose(positive, first)
    x5 = sfilter(x3, x4)
    O = paint(x2, x5)
    return O


# Takes the half with fewer black cells.
def solve_fuller_half(I):
    x1 = lefthalf(I)
    x2 = righthalf(I)
    x3 = astuple(x1, x2)
    x4 = rbind(colorcount, ZERO)
    O = argmin(x3, x4)
    return O


# Takes the lead out and reduces the panes to a cell each.
def solve_window_colours(I):
    x1 = objects(I, T, F, F)
    x2 = valmin(x1, width)
    x3 = compress(I)
    O = downscale(x3, x2)
    return O


# Draws the rooms without lamps, then recolours each with the greatest colour seen in it.
def solve_light_rooms(I):
    x1 = ofcolor(I, FIVE)
    x2 = shape(I)
    x3 = canvas(ZERO, x2)
    x4 = fill(x3, FIVE, x1)
    x5 = objects(x4, T, F, F)
    x6 = colorfilter(x5, ZERO)
    x7 = rbind(toobject, I)
    x8 = chain(maximum, palette, x7)
    x9 = fork(recolor, x8, identity)
    x10 = mapply(x9, x6)
    O = paint(I, x10)
    return O


# Takes the missing cells from the picture after a half turn.
def solve_mend_card(I):
    x1 = ofcolor(I, ZERO)
    x2 = rot180(I)
    x3 = toobject(x1, x2)
    O = paint(I, x3)
    return O


# Measures the periods of the papered part and shifts it by all their multiples.
def solve_continue_wallpaper(I):
    x1 = objects(I, F, F, T)
    x2 = first(x1)
    x3 = vperiod(x2)
    x4 = hperiod(x2)
    x5 = astuple(x3, x4)
    x6 = interval(ZERO, NINE, ONE)
    x7 = product(x6, x6)
    x8 = lbind(multiply, x5)
    x9 = apply(x8, x7)
    x10 = lbind(shift, x2)
    x11 = mapply(x10, x9)
    O = paint(I, x11)
    return O


# Paints all four corners of what each colour spans.
def solve_fourth_corner(I):
    x1 = fgpartition(I)
    x2 = fork(recolor, color, corners)
    x3 = mapply(x2, x1)
    O = paint(I, x3)
    return O


# Moves the model so that its core starts at the origin, then to every place where the core occurs.
def solve_finish_ornaments(I):
    x1 = objects(I, F, T, T)
    x2 = argmax(x1, numcolors)
    x3 = matcher(first, FIVE)
    x4 = sfilter(x2, x3)
    x5 = ulcorner(x4)
    x6 = invert(x5)
    x7 = shift(x2, x6)
    x8 = occurrences(I, x4)
    x9 = lbind(shift, x7)
    x10 = mapply(x9, x8)
    O = paint(I, x10)
    return O


# Lays the towers down as rows and orders them by what is left without the sky.
def solve_sort_skyline(I):
    x1 = rot90(I)
    x2 = lbind(remove, ZERO)
    x3 = compose(size, x2)
    x4 = order(x1, x3)
    O = rot270(x4)
    return O


# Orders the objects by size and makes a column of their colours.
def solve_size_parade(I):
    x1 = objects(I, T, F, T)
    x2 = order(x1, size)
    x3 = apply(color, x2)
    x4 = repeat(x3, ONE)
    O = dmirror(x4)
    return O


# Orders the rows by the number of cells that are not sky.
def solve_rebuild_pyramid(I):
    x1 = index(I, ORIGIN)
    x2 = lbind(remove, x1)
    x3 = compose(size, x2)
    O = order(I, x3)
    return O


# Recolours the bars, in order of height, with one, two, three and so on.
def solve_rank_bars(I):
    x1 = objects(I, T, F, T)
    x2 = order(x1, height)
    x3 = size(x2)
    x4 = increment(x3)
    x5 = interval(ONE, x4, ONE)
    x6 = mpapply(recolor, x5, x2)
    O = paint(I, x6)
    return O


# Splits the pile into three dice and merges them in order of their black cells.
def solve_sort_dice(I):
    x1 = vsplit(I, THREE)
    x2 = rbind(colorcount, ZERO)
    x3 = order(x1, x2)
    O = merge(x3)
    return O
